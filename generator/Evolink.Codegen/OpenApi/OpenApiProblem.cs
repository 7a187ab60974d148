using System;
using System.Text.RegularExpressions;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>An objection of Microsoft.OpenApi, which knows JSON pointers, at its place in the file.</summary>
internal static class OpenApiProblem
{
    // "foo is not a valid property at #/paths/~1y" comes without a pointer but for the one in its text.
    private static readonly Regex s_unknownMember = new(@"^(?<name>.+) is not a valid property at (?<pointer>#.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private const int LongestMessage = 300;

    public static SpecDiagnostic Locate(string file, SpecNode root, string? pointer, string message)
    {
        Match unknown = s_unknownMember.Match(message);
        if (unknown.Success)
        {
            pointer = unknown.Groups["pointer"].Value;
            message = $"'{unknown.Groups["name"].Value}' is not known here and is ignored";
        }

        SpecNode node = Nearest(root, pointer ?? "");
        (int line, int column) = (node.Line, node.Column);
        foreach (SpecMember member in node.Members)
        {
            if (unknown.Success && member.Name == unknown.Groups["name"].Value) (line, column) = (member.Line, member.Column);
        }

        return new SpecDiagnostic(DiagnosticIds.OpenApiProblem, file, line, column, $"{MessageText.Truncate(message.TrimEnd('.'), LongestMessage)}. Correct it by the OpenAPI specification.");
    }

    // As deep as the pointer leads: what is missing has no position, but what lacks it has.
    private static SpecNode Nearest(SpecNode root, string pointer)
    {
        SpecNode nearest = root;
        foreach (string segment in pointer.TrimStart('#').Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            SpecNode holder = SpecReference.Resolve(nearest, root) ?? nearest;
            if (holder.At("/" + segment) is not { } child) return holder;
            nearest = child;
        }

        return nearest;
    }
}
