using System.Text.RegularExpressions;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>
/// Recognises a page about an API in the place of its document: as a browser shows or saves it, as Markdown around the document, or as the front matter of a page
/// that only names an operation, as vendors' older pages do. What a parser of YAML says of one helps nobody.
/// </summary>
internal static class DocumentationPage
{
    private static readonly Regex s_html = new(@"\A\s*<(!doctype\s+html|html|head|body)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // Fences of Markdown; in a page of Mintlify the document's path and the operation stand behind the language.
    private static readonly Regex s_fence = new(@"^[ \t]*(?>`{3,}|~{3,})[^\n`]*\r?\n(?=\s*(""?openapi""?\s*:|\{\s*""openapi""\s*:))", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    /// <summary>What comes before it may be a page; what comes behind it is a broken document.</summary>
    private static readonly Regex s_version = new(@"^[ \t{]*""?openapi""?[ \t]*:", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    private static readonly Regex s_browserText = new(@"\A\s*Skip to (main )?content\b|^[ \t]*curl (--request|-X|--url|-L|http)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant);

    // "openapi: POST /v1/videos" or "openapi: en/api.json POST /v1/videos".
    private static readonly Regex s_operation = new(@"(^|\s)(get|put|post|delete|patch|head|options)\s+(/|https?://)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Where and why a text that is no document is a page; null where it is none that is known.</summary>
    public static (int Line, int Column, string Message)? Find(string text, SpecNode? root)
    {
        if (s_html.IsMatch(text))
        {
            return (1, 1, "This is a web page, no OpenAPI document. Save the OpenAPI document that the page offers, or that stands in it, in its place.");
        }

        int version = s_version.Match(text) is { Success: true } found ? found.Index : text.Length;
        if (s_fence.Match(text) is { Success: true } fence && fence.Index < version)
        {
            int line = LineAt(text, fence.Index + fence.Length);
            return (line, 1, $"This is a page of Markdown around an OpenAPI document, which begins in line {line}. Keep what stands between the fences, and nothing else.");
        }

        if ((root?["openapi"] ?? root?["api"]) is { Kind: SpecNodeKind.String } operation && s_operation.IsMatch(operation.Text))
        {
            return (operation.Line, operation.Column,
                $"This is the head of a documentation page that names the operation '{MessageText.Truncate(operation.Text)}', in the page format that vendors used before their pages held the document. Save the OpenAPI document that it was made of in its place.");
        }

        return version == text.Length && (root is null || root.Kind == SpecNodeKind.String) && s_browserText.IsMatch(text)
            ? (1, 1, "This is the text of a documentation page as a browser shows it, no OpenAPI document. Save the page's OpenAPI document in its place: many pages have it behind '.md', or under 'Copy page'.")
            : null;
    }

    private static int LineAt(string text, int index)
    {
        int line = 1;
        for (int i = 0; i < index; i++)
        {
            line += text[i] == '\n' ? 1 : 0;
        }

        return line;
    }
}
