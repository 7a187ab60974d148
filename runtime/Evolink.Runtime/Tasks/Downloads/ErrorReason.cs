using System.Text.Json;
using System.Text.RegularExpressions;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>Why a server sent an error in the place of a result, where its body says so.</summary>
internal static partial class ErrorReason
{
    private const int MaxDepth = 3;

    /// <summary>The members of an error that hold words, the best first.</summary>
    public static IReadOnlyList<string> Members { get; } =
        ["error", "errors", "message", "error_message", "errorMessage", "errmsg", "msg", "detail", "title", "reason", "error_description"];

    /// <summary>Why, in the server's words: short, printable, without the key; null where it does not say.</summary>
    public static string? Read(ReadOnlySpan<byte> body, string apiKey)
    {
        string text = ContentSniffer.Text(body);
        string? reason = text is ['{' or '[', ..] ? JsonReason(body) : null;
        if (reason is null && text.StartsWith('<') && ElementText().Match(text) is { Success: true } element) reason = element.Groups["text"].Value;
        if (reason is null && ContentSniffer.IsText(body) && !text.StartsWith('<')) reason = text;
        return reason is null ? null : ServerText.Shorten(reason, apiKey);
    }

    /// <summary>Whether a reason says that the link is not valid any more, so that a fresh one may help.</summary>
    public static bool SaysExpired(string? reason) => reason is not null && ExpiryWords().IsMatch(reason);

    private static string? JsonReason(ReadOnlySpan<byte> body)
    {
        if (ContentSniffer.Parse(body) is not { } document) return null;
        using (document) return Words(document.RootElement, depth: 0);
    }

    private static string? Words(JsonElement value, int depth)
    {
        if (depth > MaxDepth) return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Array => value.EnumerateArray().Select(item => Words(item, depth + 1)).FirstOrDefault(words => words is not null),
            JsonValueKind.Object => Members.Append("code").Select(name => value.TryGetProperty(name, out JsonElement inner) ? Words(inner, depth + 1) : null)
                .FirstOrDefault(words => !string.IsNullOrWhiteSpace(words)),
            _ => null,
        };
    }

    [GeneratedRegex(
        @"expir|no longer|not ?found|does not exist|no ?such|access ?denied|forbidden|\bgone\b|invalid ?signature|signature ?does ?not ?match|过期|失效|不存在",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExpiryWords();

    [GeneratedRegex(@"<(Message|Code|title|h1)\b[^>]*>\s*(?<text>[^<]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ElementText();
}
