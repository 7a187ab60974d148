using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>Keywords whose value is a scalar, and <c>type</c>: what is accepted, and in which spelling it goes on.</summary>
internal static class ScalarKeyword
{
    private static readonly HashSet<string> TypeNames = ["array", "boolean", "integer", "null", "number", "object", "string"];

    /// <summary>The value to go on with, or null if it is to be left out; whether because it is wrong is told apart.</summary>
    public static SpecNode? Accept(SpecNode value, Shape shape, out bool isWrong)
    {
        var accepted = shape switch
        {
            Shape.Anything => value,
            Shape.Text => value.Kind == SpecNodeKind.String ? value : null,
            Shape.Prose => Prose(value),
            Shape.Flag => value.Kind == SpecNodeKind.Boolean ? value : null,
            Shape.Count => Count(value),
            Shape.Number => value.Kind == SpecNodeKind.Number ? value : null,
            Shape.PositiveNumber => value.Kind == SpecNodeKind.Number && Numbers.IsPositive(value.Text) ? value : null,
            Shape.Bound => value.Kind is SpecNodeKind.Number or SpecNodeKind.Boolean ? value : null,
            Shape.Type => Type(value),
            _ => null,
        };
        // "description:" with nothing after it is an empty description, and no reason to warn.
        isWrong = accepted is null && !(shape == Shape.Prose && value.Kind == SpecNodeKind.Null);
        return accepted;
    }

    // "title: 2024" and "version: 1.0" are numbers to YAML, and meant as text.
    private static SpecNode? Prose(SpecNode value) => value.Kind switch
    {
        SpecNodeKind.String => value,
        SpecNodeKind.Number or SpecNodeKind.Boolean => SpecNode.Scalar(SpecNodeKind.String, value.Line, value.Column, value.Text),
        _ => null,
    };

    private static SpecNode? Count(SpecNode value) =>
        value.Kind == SpecNodeKind.Number && Numbers.AsCount(value.Text) is { } count
            ? SpecNode.Scalar(SpecNodeKind.Number, value.Line, value.Column, count.ToString(CultureInfo.InvariantCulture))
            : null;

    private static SpecNode? Type(SpecNode value)
    {
        if (value.Kind != SpecNodeKind.Array) return TypeName(value);

        var names = value.Items.Select(TypeName).ToList();
        return names.Count == 0 || names.Contains(null) ? null : SpecNode.Array(value.Line, value.Column, names!);
    }

    // "type: [string, null]" without quotes is a null to YAML, and can mean one thing only.
    private static SpecNode? TypeName(SpecNode value) => value.Kind switch
    {
        SpecNodeKind.String when TypeNames.Contains(value.Text) => value,
        SpecNodeKind.Null => SpecNode.Scalar(SpecNodeKind.String, value.Line, value.Column, "null"),
        _ => null,
    };
}
