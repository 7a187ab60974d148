using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>A fixed value by which objects are told apart.</summary>
/// <param name="Kind">String, Number or Boolean.</param>
/// <param name="Text">The string itself, or JSON text; each number has one text, so that <c>17</c> and <c>17.0</c> are equal.</param>
internal sealed record DiscriminatorValue(JsonKinds Kind, string Text);

/// <summary>Reads the values by which objects are told apart.</summary>
internal static class DiscriminatorValues
{
    /// <summary>A value that a schema fixes; null where a reader could not compare it.</summary>
    public static DiscriminatorValue? Read(SpecNode value) => value.Kind switch
    {
        SpecNodeKind.Number => ReadNumber(value.Text),
        SpecNodeKind.Boolean => new DiscriminatorValue(JsonKinds.Boolean, value.Text),
        SpecNodeKind.String => new DiscriminatorValue(JsonKinds.String, value.Text),
        _ => null,
    };

    /// <summary>A value as the key of a mapping writes it; null where the text is not a value of that kind.</summary>
    public static DiscriminatorValue? Parse(JsonKinds kind, string text) =>
        kind == JsonKinds.String ? new DiscriminatorValue(kind, text) : ReadNumber(text);

    private static DiscriminatorValue? ReadNumber(string text) =>
        ExactNumber.ParseDecimal(text) is { } number ? new DiscriminatorValue(JsonKinds.Number, number) : null;
}
