using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>The limits of an extension in words.</summary>
internal static class LimitText
{
    /// <summary>Such as <c>300 to 6000 pixels a side</c>, of <c>minSide</c> and <c>maxSide</c>; empty where neither is there.</summary>
    public static string Range(SpecNode limits, string name, string unit) => (limits["min" + name]?.Text, limits["max" + name]?.Text) switch
    {
        (null, null) => "",
        (string low, null) => $"at least {low} {unit}",
        (null, string high) => $"at most {high} {unit}",
        var (low, high) => low == high ? $"exactly {low} {unit}" : $"{low} to {high} {unit}",
    };
}
