using System.ComponentModel;
using Evolink.Runtime.Validation;

namespace Evolink;

/// <summary>The keywords of arrays.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ArrayConstraints
{
    /// <summary><c>minItems</c>.</summary>
    public static void MinItems(
        this ref SchemaValidationContext context, int? count, int minimum, string member = "", string jsonName = "") => context.AtLeast(count, minimum, "item", member, jsonName);

    /// <summary><c>maxItems</c>.</summary>
    public static void MaxItems(
        this ref SchemaValidationContext context, int? count, int maximum, string member = "", string jsonName = "") => context.AtMost(count, maximum, "item", member, jsonName);

    /// <summary><c>x-evolink-max-items-total</c>: several arrays together.</summary>
    /// <param name="context">Collects the failures.</param>
    /// <param name="total">The items of all of them.</param>
    /// <param name="maximum">How many there may be.</param>
    /// <param name="jsonNames">The arrays, for the message: <c>image_urls and video_urls</c>.</param>
    /// <param name="members">Their C# names.</param>
    /// <param name="member">The C# path of the object that has them; empty for the value itself.</param>
    /// <param name="jsonName">Its JSON path.</param>
    public static void MaxItemsTotal(this ref SchemaValidationContext context, int total, int maximum, string jsonNames, ReadOnlySpan<string> members, string member = "", string jsonName = "")
    {
        if (total > maximum && context.Fails())
        {
            context.Describe(members, member, jsonName, $"{jsonNames} must have at most {SchemaValidationContext.Counted(maximum, "item")} together, not {total}");
        }
    }

    /// <summary><c>uniqueItems</c>, by JSON equality.</summary>
    public static void UniqueItems<T>(this ref SchemaValidationContext context, IReadOnlyList<T>? items, string member = "", string jsonName = "")
    {
        if (items is { Count: > 1 } && JsonEquality.FindRepeated(items) is (int first, int second) && context.Fails())
        {
            context.Describe(member, jsonName, FormattableString.Invariant($"items must differ, but [{first}] and [{second}] are equal"));
        }
    }

    /// <summary><c>items</c>.</summary>
    public static void Items<T>(this ref SchemaValidationContext context, IReadOnlyList<T>? items, string member, string jsonName, SubschemaValidator<T> subschema)
    {
        for (int i = 0; i < items?.Count; i++)
        {
            context.EachItem(items[i], i, member, jsonName, subschema);
        }
    }

    /// <summary>The <c>items</c> that follow <c>prefixItems</c>.</summary>
    public static void Items<T>(this ref SchemaValidationContext context, IReadOnlyList<T>? items, int first, string member, string jsonName, SubschemaValidator<T> subschema)
    {
        for (int i = first; i < items?.Count; i++)
        {
            context.EachItem(items[i], i, member, jsonName, subschema);
        }
    }

    /// <summary>One of <c>prefixItems</c>; an array that ends before it passes.</summary>
    public static void PrefixItems<T>(this ref SchemaValidationContext context, IReadOnlyList<T>? items, int index, string member, string jsonName, SubschemaValidator<T> subschema)
    {
        if (items?.Count > index)
        {
            context.EachItem(items[index], index, member, jsonName, subschema);
        }
    }

    /// <summary><c>contains</c>, with <c>minContains</c> and <c>maxContains</c>.</summary>
    /// <param name="context">Collects the failures.</param>
    /// <param name="items">The array.</param>
    /// <param name="minimum">How many items must match.</param>
    /// <param name="maximum">How many may.</param>
    /// <param name="expected">Which items are meant, in words that follow “items”: <c>equal to "main"</c>.</param>
    /// <param name="member">The C# name.</param>
    /// <param name="jsonName">The JSON name.</param>
    /// <param name="subschema">What an item must meet to be counted.</param>
    /// <param name="countsNull">Whether a null is an item that was asked for. By default it is none, although it meets every subschema.</param>
    public static void Contains<T>(
        this ref SchemaValidationContext context, IReadOnlyList<T>? items, int minimum, int maximum, string expected, string member, string jsonName, SubschemaValidator<T> subschema, bool countsNull = false)
    {
        if (items is null)
        {
            return;
        }

        int matching = 0;
        for (int i = 0; i < items.Count; i++)
        {
            matching += (items[i] is null ? countsNull : context.Matches(items[i], subschema)) ? 1 : 0;
        }

        if (matching < minimum && context.Fails())
        {
            context.Describe(member, jsonName, $"must have at least {SchemaValidationContext.Counted(minimum, "item")} {expected}, not {matching}");
        }
        else if (matching > maximum && context.Fails())
        {
            context.Describe(member, jsonName, $"must have at most {SchemaValidationContext.Counted(maximum, "item")} {expected}, not {matching}");
        }
    }

    /// <summary><c>unevaluatedItems</c>: the items that no other keyword of the schema, or of a branch that holds, is about.</summary>
    /// <param name="context">Collects the failures.</param>
    /// <param name="items">The array.</param>
    /// <param name="evaluations">Which items other keywords evaluate.</param>
    /// <param name="member">The C# name.</param>
    /// <param name="jsonName">The JSON name.</param>
    /// <param name="subschema">What the other items must satisfy; null where there may be none.</param>
    public static void UnevaluatedItems<T>(
        this ref SchemaValidationContext context, IReadOnlyList<T>? items, ReadOnlySpan<ItemEvaluation<T>> evaluations, string member, string jsonName, SubschemaValidator<T>? subschema)
    {
        if (items is null)
        {
            return;
        }

        int first = 0;
        Span<bool> holds = evaluations.Length <= 64 ? stackalloc bool[64] : new bool[evaluations.Length];
        for (int i = 0; i < evaluations.Length; i++)
        {
            holds[i] = evaluations[i].Condition is not { } condition || context.Matches(items, condition);
            first = holds[i] ? Math.Max(first, evaluations[i].Prefix) : first;
        }

        for (int i = first; i < items.Count; i++)
        {
            if (context.IsEvaluated(items[i], evaluations, holds))
            {
                continue;
            }

            if (subschema is not null)
            {
                context.EachItem(items[i], i, member, jsonName, subschema);
            }
            else if (context.Fails())
            {
                context.Describe(MemberPath.Item(member, i), MemberPath.Item(jsonName, i), "must not be set");
            }
        }
    }

    private static bool IsEvaluated<T>(this ref SchemaValidationContext context, T item, ReadOnlySpan<ItemEvaluation<T>> evaluations, ReadOnlySpan<bool> holds)
    {
        for (int i = 0; i < evaluations.Length; i++)
        {
            if (holds[i] && evaluations[i].Contains is { } contains && (item is null ? evaluations[i].CountsNull : context.Matches(item, contains)))
            {
                return true;
            }
        }

        return false;
    }

    private static void EachItem<T>(this ref SchemaValidationContext context, T item, int index, string member, string jsonName, SubschemaValidator<T> subschema)
    {
        int mark = context.Mark();
        subschema(item, ref context);
        if (context.Mark() > mark)
        {
            context.Prefix(mark, MemberPath.Item(member, index), MemberPath.Item(jsonName, index));
        }
    }
}
