using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>Keywords whose value is a scalar, and <c>type</c>: which values are accepted, and how they are normalised.</summary>
internal static class ScalarKeyword
{
    private static readonly HashSet<string> s_typeNames = ["array", "boolean", "integer", "null", "number", "object", "string"];

    /// <summary>The value to keep, or null where it is left out; <paramref name="isWrong"/> says whether because it is wrong.</summary>
    public static SpecNode? Accept(SpecNode value, ValueKind kind, out bool isWrong)
    {
        SpecNode? accepted = kind switch
        {
            ValueKind.Anything => value,
            ValueKind.Text => value.Kind == SpecNodeKind.String ? value : null,
            ValueKind.Prose => Prose(value),
            ValueKind.Flag => value.Kind == SpecNodeKind.Boolean ? value : null,
            ValueKind.Count => Count(value),
            ValueKind.Number => value.Kind == SpecNodeKind.Number ? value : null,
            ValueKind.PositiveNumber => value.Kind == SpecNodeKind.Number && ExactNumber.TryParse(value.Text, out ExactNumber number) && number.IsPositive ? value : null,
            ValueKind.Bound => value.Kind is SpecNodeKind.Number or SpecNodeKind.Boolean ? value : null,
            ValueKind.Type => Type(value),
            _ => null,
        };
        // "description:" with nothing after it is an empty description, and no reason to warn.
        isWrong = accepted is null && !(kind == ValueKind.Prose && value.Kind == SpecNodeKind.Null);
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
        value.Kind == SpecNodeKind.Number && ExactNumber.ParseCount(value.Text) is { } count
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
        SpecNodeKind.String when s_typeNames.Contains(value.Text) => value,
        SpecNodeKind.Null => SpecNode.Scalar(SpecNodeKind.String, value.Line, value.Column, "null"),
        _ => null,
    };
}
