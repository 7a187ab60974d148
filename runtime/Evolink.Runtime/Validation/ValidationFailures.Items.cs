namespace Evolink;

/// <content>Arrays whose items are not all alike.</content>
public partial struct ValidationFailures
{
    /// <summary>The <c>items</c> that follow <c>prefixItems</c>.</summary>
    public void EachAfter<T>(IReadOnlyList<T>? items, int first, string member, string jsonName, ValidationRule<T> rule)
    {
        for (int i = first; i < items?.Count; i++)
        {
            Item(items[i], i, member, jsonName, rule);
        }
    }

    /// <summary>One of <c>prefixItems</c>; an array that ends before it passes.</summary>
    public void Item<T>(IReadOnlyList<T>? items, int index, string member, string jsonName, ValidationRule<T> rule)
    {
        if (items?.Count > index)
        {
            Item(items[index], index, member, jsonName, rule);
        }
    }

    /// <summary><c>contains</c>, with <c>minContains</c> and <c>maxContains</c>.</summary>
    /// <param name="items">The array.</param>
    /// <param name="minimum">How many items must match.</param>
    /// <param name="maximum">How many may.</param>
    /// <param name="expected">Which items are meant, in words that follow “items”: <c>equal to "main"</c>.</param>
    /// <param name="member">The C# name.</param>
    /// <param name="jsonName">The JSON name.</param>
    /// <param name="rule">What an item must meet to be counted.</param>
    /// <param name="countsNull">Whether a null is an item that was asked for. By default it is none, although it meets every rule.</param>
    public void Contains<T>(
        IReadOnlyList<T>? items, int minimum, int maximum, string expected, string member, string jsonName, ValidationRule<T> rule, bool countsNull = false)
    {
        if (items is null)
        {
            return;
        }

        int matching = 0;
        for (int i = 0; i < items.Count; i++)
        {
            matching += (items[i] is null ? countsNull : Matches(items[i], rule)) ? 1 : 0;
        }

        if (matching < minimum && Fails())
        {
            Describe(member, jsonName, $"must have at least {Counted(minimum, "item")} {expected}, not {matching}");
        }
        else if (matching > maximum && Fails())
        {
            Describe(member, jsonName, $"must have at most {Counted(maximum, "item")} {expected}, not {matching}");
        }
    }

    private void Item<T>(T item, int index, string member, string jsonName, ValidationRule<T> rule)
    {
        int mark = Mark();
        rule(item, ref this);
        if (Mark() > mark)
        {
            Prefix(mark, MemberPath.Item(member, index), MemberPath.Item(jsonName, index));
        }
    }
}
