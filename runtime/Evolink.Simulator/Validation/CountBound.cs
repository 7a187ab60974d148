using System.Text.Json;

namespace Evolink.Simulation.Validation;

/// <summary>Keywords that bound a count: <c>maxLength</c>, <c>minItems</c> and their like.</summary>
internal static class CountBound
{
    /// <summary>The keyword's value, if it is a count; <c>2.0</c> is one.</summary>
    public static long? Read(JsonElement? keyword)
    {
        if (keyword is not { ValueKind: JsonValueKind.Number } number) return null;

        ExactNumber exact = ExactNumber.Read(number);
        if (!exact.IsInteger || exact.Digits.Sign < 0) return null;
        return number.TryGetInt64(out long limit) ? limit : number.TryGetDecimal(out decimal large) && large < long.MaxValue ? (long)large : long.MaxValue;
    }

    public static void AtLeast(SchemaScope scope, string name, JsonElement keyword, long count, string unit)
    {
        if (Read(keyword) is { } limit && count < limit) scope.Fail(name, $"must have at least {limit} {unit}, but has {count}.");
    }

    public static void AtMost(SchemaScope scope, string name, JsonElement keyword, long count, string unit)
    {
        if (Read(keyword) is { } limit && count > limit) scope.Fail(name, $"must have at most {limit} {unit}, but has {count}.");
    }
}
