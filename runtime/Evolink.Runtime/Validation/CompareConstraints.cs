using System.ComponentModel;
using System.Globalization;
using Evolink.Runtime.Validation;

namespace Evolink;

/// <summary><c>x-evolink-compare</c>: what the numbers and arrays of an object add up to, or how far two of them are apart. The arithmetic is exact.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CompareConstraints
{
    /// <summary>A sum is within bounds. Where an operand is unset, nothing is compared.</summary>
    /// <param name="context">Collects the failures.</param>
    /// <param name="operands">The numbers; of an array how many items it has.</param>
    /// <param name="minimum">The smallest sum that is allowed; null for none.</param>
    /// <param name="maximum">The largest; null for none.</param>
    /// <param name="expression">The sum in JSON names, for the message: <c>count(image_urls) + n</c>.</param>
    /// <param name="members">The C# names of the operands.</param>
    /// <param name="member">The C# path of the object that has them; empty for the value itself.</param>
    /// <param name="jsonName">Its JSON path.</param>
    public static void Sum(
        this ref SchemaValidationContext context, ReadOnlySpan<ComparedNumber> operands, decimal? minimum, decimal? maximum, string expression, ReadOnlySpan<string> members, string member = "", string jsonName = "")
    {
        ExactTotal total = default;
        foreach (ComparedNumber operand in operands)
        {
            if (!operand.IsSet)
            {
                return;
            }

            total = operand.AddTo(total);
        }

        context.Within(total, minimum, maximum, "sum", expression, members, member, jsonName);
    }

    /// <summary>A difference is within bounds. Where an operand is unset, nothing is compared.</summary>
    /// <param name="context">Collects the failures.</param>
    /// <param name="minuend">The number from which the other is taken.</param>
    /// <param name="subtrahend">The number that is taken from it.</param>
    /// <param name="minimum">The smallest difference that is allowed; null for none.</param>
    /// <param name="maximum">The largest; null for none.</param>
    /// <param name="expression">The difference in JSON names, for the message: <c>vocal_end - vocal_start</c>.</param>
    /// <param name="members">The C# names of the operands.</param>
    /// <param name="member">The C# path of the object that has them; empty for the value itself.</param>
    /// <param name="jsonName">Its JSON path.</param>
    public static void Difference(
        this ref SchemaValidationContext context, ComparedNumber minuend, ComparedNumber subtrahend, decimal? minimum, decimal? maximum, string expression, ReadOnlySpan<string> members, string member = "", string jsonName = "")
    {
        if (minuend.IsSet && subtrahend.IsSet)
        {
            context.Within(subtrahend.AddTo(minuend.AddTo(default), isSubtracted: true), minimum, maximum, "difference", expression, members, member, jsonName);
        }
    }

    private static void Within(
        this ref SchemaValidationContext context, ExactTotal total, decimal? minimum, decimal? maximum, string kind, string expression, ReadOnlySpan<string> members, string member, string jsonName)
    {
        (string relation, decimal? bound) = minimum is decimal least && total.CompareTo(least) < 0 ? ("at least", minimum)
            : maximum is decimal most && total.CompareTo(most) > 0 ? ("at most", maximum)
            : ("", (decimal?)null);
        if (bound is decimal broken && context.Fails())
        {
            context.Describe(members, member, jsonName, $"the {kind} {expression} must be {relation} {broken.ToString(CultureInfo.InvariantCulture)}, not {total}");
        }
    }
}
