using System.Text.Json;

namespace Evolink.Runtime.Errors;

/// <summary>Finds the words in the many shapes that errors have: EvoLink's, problem+json (RFC 9457), FastAPI, JSON:API, OAuth and plain ones.</summary>
internal static class ErrorText
{
    private const int MaxCharacters = 2000;
    private const int MaxItems = 10;
    private const int MaxLevels = 4;

    private static readonly string[] s_messages =
    [
        "message", "msg", "error_message", "errorMessage", "error_msg", "errmsg", "error_description",
        "failure_reason", "failureReason", "fail_reason", "failReason", "fail_msg", "failMsg", "reason",
    ];

    private static readonly string[] s_codes = ["code", "error_code", "errorCode", "errcode", "failCode", "fail_code"];
    private static readonly string[] s_locations = ["loc", "path", "field", "param", "property", "pointer", "source"];

    /// <summary>The first member of a name that says something; a null beside it does not hide it.</summary>
    public static JsonElement? Find(JsonElement element, string name)
    {
        foreach (JsonProperty member in element.EnumerateObject())
            if (member.NameEquals(name) && member.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)) return member.Value;
        return null;
    }

    /// <summary>A code: a string, or a number as it is written.</summary>
    public static string? Code(JsonElement element) => s_codes.Select(name => Scalar(element, name)).FirstOrDefault(code => code is not null);

    /// <summary>A member that is a string, or a number as it is written.</summary>
    public static string? Scalar(JsonElement element, string name) => Find(element, name) is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.String => Bounded(value.GetString()),
        JsonValueKind.Number => Bounded(value.GetRawText()),
        _ => null,
    };

    /// <summary>What an object with an error says of the reason; null for nothing.</summary>
    /// <param name="element">The object.</param>
    /// <param name="isTask">Whether it is a task, whose title and description are no reasons.</param>
    /// <param name="level">How deep it is nested in errors.</param>
    public static string? Message(JsonElement element, bool isTask = false, int level = 0)
    {
        string? message = First(element, s_messages, level);
        string? detail = First(element, isTask ? ["detail"] : ["detail", "details"], level) ?? Map(element, "detail", level);
        string? list = First(element, ["errors"], level) ?? Map(element, "errors", level);
        if (message is null && detail is null && !isTask) message = First(element, ["title", "description"], level);
        return Joined(Joined(message, detail), list);
    }

    /// <summary>The text of a value: a string, the entries of a list, or the reason that an object gives. Null where it says nothing.</summary>
    public static string? Text(JsonElement value, int level = 0) => value.ValueKind switch
    {
        JsonValueKind.String => Bounded(value.GetString()),
        JsonValueKind.Array when level < MaxLevels => Listed(value.EnumerateArray().Select(item => Entry(item, level + 1))),
        JsonValueKind.Object when level < MaxLevels => Reason(value, level + 1),
        _ => null,
    };

    private static string? First(JsonElement element, ReadOnlySpan<string> names, int level)
    {
        foreach (string name in names)
            if (Find(element, name) is { } value && Text(value, level) is { } text) return text;
        return null;
    }

    // {"errors": {"Prompt": ["too long"]}} becomes "Prompt: too long".
    private static string? Map(JsonElement element, string name, int level) =>
        Find(element, name) is { ValueKind: JsonValueKind.Object } map && level < MaxLevels
            ? Listed(map.EnumerateObject().Select(member => Located(member.Name, Text(member.Value, level + 1))))
            : null;

    private static string? Reason(JsonElement element, int level) =>
        Find(element, "error") is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } error && Text(error, level) is { } inner ? inner : Message(element, isTask: false, level);

    // {"loc": ["body", "image_urls", 0], "msg": "…"} becomes "body.image_urls[0]: …".
    private static string? Entry(JsonElement item, int level)
    {
        if (item.ValueKind != JsonValueKind.Object || Reason(item, level) is not { } message) return Text(item, level);
        foreach (string name in s_locations)
            if (Find(item, name) is { } value && Location(value) is { } location) return Located(location, message);
        return message;
    }

    private static string? Location(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Bounded(value.GetString()),
        JsonValueKind.Array => Bounded(string.Concat(value.EnumerateArray().Take(MaxItems).Select((part, index) => part.ValueKind switch
        {
            JsonValueKind.String => (index == 0 ? "" : ".") + part.GetString(),
            JsonValueKind.Number => $"[{part.GetRawText()}]",
            _ => "",
        }))),
        JsonValueKind.Object => Scalar(value, "pointer") ?? Scalar(value, "parameter"),
        _ => null,
    };

    private static string? Located(string location, string? message) => message is null ? null : $"{location}: {message}";

    private static string? Listed(IEnumerable<string?> texts) => Bounded(string.Join("; ", texts.OfType<string>().Take(MaxItems)));

    private static string? Joined(string? text, string? more) =>
        text is null || more is null || text.Contains(more, StringComparison.Ordinal) ? text ?? more : Bounded($"{text.TrimEnd('.', ' ', ':')}: {more}");

    private static string? Bounded(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        string trimmed = text.Trim();
        return trimmed.Length <= MaxCharacters ? trimmed : trimmed[..MaxCharacters] + "…";
    }
}
