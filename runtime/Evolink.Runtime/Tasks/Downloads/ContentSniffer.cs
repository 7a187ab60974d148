using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Evolink.Runtime.Json;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>
/// Tells a result from an error, a login or an empty response under its address. The name and the content type say what was promised, the
/// first bytes what came:
/// <code>
/// came                    promised: media            promised: text            neither known
/// nothing                 error                      error                     error
/// a web page              error                      error, but for .html      error
/// JSON or XML             error                      error if an error body    error if an error body
/// other text              error with a text's type,  result                    result
///                         or if short and an error
/// bytes                   result                     result                    result
/// </code>
/// Media is promised by the name (<c>.mp4</c>), or by the type of a name without a known extension. An error body is JSON that holds nothing
/// but an error and its usual companions, XML whose root is <c>Error</c>, or <c>application/problem+json</c>.
/// </summary>
internal static partial class ContentSniffer
{
    /// <summary>As many bytes tell text from media.</summary>
    public const int HeadBytes = 512;

    /// <summary>A longer text is no error body.</summary>
    public const int MaxBytes = 64 * 1024;

    private static readonly string[] s_pageStarts = ["<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<script", "<h1", "<center"];

    private static readonly HashSet<string> s_companions = new(StringComparer.OrdinalIgnoreCase)
    {
        "error", "errors", "code", "error_code", "errorCode", "errcode", "error_description", "message", "error_message", "errorMessage", "errmsg", "msg",
        "detail", "details", "type", "title", "status", "statusCode", "status_code", "success", "ok", "instance", "path", "timestamp", "reason", "param", "data",
        "request_id", "requestId", "trace_id", "traceId", "fallback_suggestion", "suggestion", "documentation_url",
    };

    /// <summary>Whether more of the body is needed to tell: a text may be an error, bytes are none.</summary>
    public static bool IsText(ReadOnlySpan<byte> start) => !start.ContainsAnyExcept(TextBytes);

    /// <summary>What came instead of the result, as words after “sent”; null where it may be the result.</summary>
    /// <param name="start">The first bytes: all, if the body is at most <see cref="MaxBytes"/> of text.</param>
    /// <param name="isWhole">Whether nothing follows them.</param>
    /// <param name="extension">The proposed extension, with its dot; empty for none.</param>
    /// <param name="mediaType">The content type, without parameters.</param>
    /// <param name="isEncoded">Whether a Content-Encoding hides the bytes.</param>
    public static string? FindProblem(ReadOnlySpan<byte> start, bool isWhole, string extension, string? mediaType, bool isEncoded)
    {
        if (start.IsEmpty) return "an empty file";
        string text = Text(start);
        bool isPageType = mediaType?.ToUpperInvariant() is "TEXT/HTML" or "APPLICATION/XHTML+XML";
        if (!MediaExtensions.IsPage(extension) && (isPageType || s_pageStarts.Any(page => text.StartsWith(page, StringComparison.OrdinalIgnoreCase)))) return "a web page";

        bool isTextType = MediaExtensions.IsMediaType(mediaType) == false;
        bool isMedia = MediaExtensions.IsMedia(extension) ?? (MediaExtensions.IsMediaType(mediaType) == true);
        if (!IsText(start) && !IsUtf16(start)) return isMedia && isTextType && isEncoded ? "a text" : null;
        bool isError = isMedia
            ? text is ['{' or '[' or '<', ..] || isTextType || (isWhole && start.Length <= HeadBytes && ErrorWords().IsMatch(text))
            : isWhole && (IsErrorObject(start, mediaType) || ErrorElement().IsMatch(text));
        return isError ? "an error message" : null;
    }

    private static SearchValues<byte> TextBytes { get; } =
        SearchValues.Create([.. Enumerable.Range(0, 256).Where(value => value is 9 or 10 or 12 or 13 or 27 || (value >= 32 && value != 127)).Select(value => (byte)value)]);

    private static bool IsErrorObject(ReadOnlySpan<byte> body, string? mediaType)
    {
        if (mediaType?.Equals("application/problem+json", StringComparison.OrdinalIgnoreCase) == true) return true;
        if (Parse(body) is not { } document) return false;
        using (document)
        {
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.EnumerateObject().All(static member => IsKnown(member))
                && ErrorReason.Members.Any(name => root.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.Object or JsonValueKind.String or JsonValueKind.Array);
        }

        // The data of an error is empty.
        static bool IsKnown(JsonProperty member) =>
            s_companions.Contains(member.Name) && (member.Name != "data" || member.Value.ValueKind is JsonValueKind.Null || member.Value.GetRawText() is "{}" or "[]");
    }

    /// <summary>The body as JSON; null where it is none.</summary>
    public static JsonDocument? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonDocument.Parse(WireJson.Clean(Encoding.UTF8.GetBytes(Text(body))).ToArray());
        }
        catch (JsonException)
        {
            // No JSON after all, or cut: then it is taken for text.
            return null;
        }
    }

    private static bool IsUtf16(ReadOnlySpan<byte> start) => start is [0xFF, 0xFE, not 0, 0, ..] or [0xFE, 0xFF, 0, not 0, ..];

    /// <summary>The body as text, without what may stand before its first sign.</summary>
    public static string Text(ReadOnlySpan<byte> start)
    {
        string text = !IsUtf16(start) ? Encoding.UTF8.GetString(start) : (start[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(start);
        return text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
    }

    [GeneratedRegex(
        @"\b(error|denied|expired|forbidden|not found|not allowed|unauthori[sz]ed|unavailable|invalid|failed|bad (gateway|request)|time(d )?out|too many requests|exceeded)\b"
        + "|过期|失效|错误|失败|不存在|拒绝",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ErrorWords();

    [GeneratedRegex(@"^(<\?xml[^>]*\?>\s*)?<(\w+:)?Error\b", RegexOptions.CultureInvariant)]
    private static partial Regex ErrorElement();
}
