using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>
/// The values of a string that stand without quotes, so that YAML takes them for numbers or booleans: <c>enum: [1.0, 1.1]</c>. No value is a string and
/// a number, so that they can only be meant as texts. It is said once, at the first of a list.
/// </summary>
internal static class UnquotedTexts
{
    /// <summary>Mends the members of a schema in place.</summary>
    public static void Mend(List<SpecMember> members, string file, ICollection<SpecDiagnostic> diagnostics)
    {
        if (!IsOfTexts(members) || !members.Exists(member => member.Name is "enum" or "const"))
        {
            return;
        }

        SpecNode? first = null;
        for (int index = 0; index < members.Count; index++)
        {
            SpecNode value = members[index].Value;
            if (members[index].Name == "enum" && value.Items.Any(IsUnquoted))
            {
                first ??= value.Items.First(IsUnquoted);
                members[index] = members[index] with { Value = SpecNode.Array(value.Line, value.Column, [.. value.Items.Select(AsText)]) };
            }
            else if (members[index].Name is "const" or "default" && IsUnquoted(value))
            {
                first ??= value;
                members[index] = members[index] with { Value = AsText(value) };
            }
        }

        if (first is not null)
        {
            diagnostics.Add(new SpecDiagnostic(
                DiagnosticIds.WrongKind, file, first.Line, first.Column,
                $"Found {Expectation.DescribeFound(first)} where a value of a string has to be a string; it is read as the text \"{MessageText.Truncate(first.Text)}\". Put it into quotes."));
        }
    }

    private static bool IsOfTexts(List<SpecMember> members) => members.Find(member => member.Name == "type").Value is { } type
        && (type.Text == "string" || (type.Items.Any(name => name.Text == "string") && type.Items.All(name => name.Text is "string" or "null")));

    private static bool IsUnquoted(SpecNode value) => value.Kind is SpecNodeKind.Number or SpecNodeKind.Boolean;

    private static SpecNode AsText(SpecNode value) => IsUnquoted(value) ? SpecNode.Scalar(SpecNodeKind.String, value.Line, value.Column, value.Text) : value;
}
