using System;
using System.Text.RegularExpressions;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>An objection of Microsoft.OpenApi, which knows JSON pointers, at its place in the file.</summary>
internal static class OpenApiProblem
{
    // "foo is not a valid property at #/paths/~1y" comes without a pointer but for the one in its text.
    private static readonly Regex UnknownMember = new(@"^(?<name>.+) is not a valid property at (?<pointer>#.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private const int LongestMessage = 300;

    public static SpecDiagnostic Locate(string file, SpecNode root, string? pointer, string message)
    {
        var unknown = UnknownMember.Match(message);
        if (unknown.Success)
        {
            pointer = unknown.Groups["pointer"].Value;
            message = $"'{unknown.Groups["name"].Value}' is not known here and is ignored";
        }

        var node = Nearest(root, pointer ?? "");
        var (line, column) = (node.Line, node.Column);
        foreach (var member in node.Members)
        {
            if (unknown.Success && member.Name == unknown.Groups["name"].Value) (line, column) = (member.Line, member.Column);
        }

        return new SpecDiagnostic(DiagnosticIds.OpenApiProblem, file, line, column, $"{Excerpt.Of(message.TrimEnd('.'), LongestMessage)}. Correct it by the OpenAPI specification.");
    }

    // As deep as the pointer leads: what is missing has no position, but what lacks it has.
    private static SpecNode Nearest(SpecNode root, string pointer)
    {
        var nearest = root;
        foreach (var segment in pointer.TrimStart('#').Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            var holder = SpecReference.Resolve(nearest, root) ?? nearest;
            if (holder.At("/" + segment) is not { } child) return holder;
            nearest = child;
        }

        return nearest;
    }
}
