using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>Finds defaults that their own schema refuses: one of the two is a slip, and a service that takes the default refuses it or has another limit.</summary>
internal static class RefusedDefaults
{
    private const string Default = "default";

    private static readonly (string Keyword, int Wrong, bool IsEqualWrong, string Problem)[] s_bounds =
    [
        ("minimum", -1, false, "is below the minimum"), ("exclusiveMinimum", -1, true, "is not above the exclusive minimum"),
        ("maximum", 1, false, "is above the maximum"), ("exclusiveMaximum", 1, true, "is not below the exclusive maximum"),
    ];

    public static void Report(IEnumerable<SpecNode> schemas, SpecDiagnostics diagnostics, CancellationToken cancellationToken)
    {
        foreach (SpecNode schema in schemas)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (schema[Default] is { } value && Problem(SchemaView.From(schema), value) is { } problem)
            {
                diagnostics.RefusedDefault(value, problem);
            }
        }
    }

    private static string? Problem(SchemaView view, SpecNode value)
    {
        if (value.Kind == SpecNodeKind.Null)
        {
            // Documents of OpenAPI 3.0 say by it that there is no default.
            return null;
        }

        IReadOnlyList<SpecNode> values = SchemaValues.Resolve(view);
        if (values.Count > 0 && !values.Any(allowed => SchemaValues.AreEqual(allowed, value)) && !view.All("enum").Any(list => list.Items.Count == 0))
        {
            return $"{Show(value)} is not among the values of its schema, {string.Join(", ", values.Take(5).Select(Show))}{(values.Count > 5 ? " …" : "")}";
        }

        return value.Kind switch
        {
            SpecNodeKind.Number => OutOfBounds(view, value),
            SpecNodeKind.String => OutOfCount(view, value, value.Text.Count(c => !char.IsLowSurrogate(c)), "minLength", "maxLength", "characters"),
            SpecNodeKind.Array => OutOfCount(view, value, value.Items.Count, "minItems", "maxItems", "items") ?? OfItems(view, value),
            SpecNodeKind.Object => OutOfCount(view, value, value.Members.Count, "minProperties", "maxProperties", "members"),
            _ => null,
        };
    }

    private static string? OfItems(SchemaView view, SpecNode list) =>
        view.First("prefixItems") is null && view.All("items").Where(node => node.Kind == SpecNodeKind.Object).ToList() is { Count: > 0 } items
            ? list.Items.Select(item => Problem(SchemaView.From(items), item)).FirstOrDefault(problem => problem is not null)
            : null;

    private static string? OutOfBounds(SchemaView view, SpecNode value)
    {
        if (!ExactNumber.TryParse(value.Text, out ExactNumber number))
        {
            return null;
        }

        foreach ((string keyword, int wrong, bool isEqualWrong, string problem) in s_bounds)
        {
            foreach (SpecNode node in view.All(keyword))
            {
                if (ExactNumber.TryParse(node.Text, out ExactNumber bound) && number.CompareTo(bound) is var order && (order == 0 ? isEqualWrong : order < 0 == wrong < 0))
                {
                    return $"{Show(value)} {problem} {MessageText.Truncate(node.Text)}";
                }
            }
        }

        return null;
    }

    private static string? OutOfCount(SchemaView view, SpecNode value, int count, string least, string most, string what) =>
        view.All(least).FirstOrDefault(node => ExactNumber.ParseCount(node.Text) > count) is { } min ? $"{Show(value)} has fewer than {min.Text} {what}"
        : view.All(most).FirstOrDefault(node => ExactNumber.ParseCount(node.Text) < count) is { } max ? $"{Show(value)} has more than {max.Text} {what}"
        : null;

    private static string Show(SpecNode value) => MessageText.Truncate(value.ToJsonNode()?.ToJsonString() ?? "null");
}
