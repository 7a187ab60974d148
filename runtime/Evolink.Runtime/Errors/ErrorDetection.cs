using System.Globalization;
using System.Text.Json;

namespace Evolink.Runtime.Errors;

/// <summary>Tells a body that states an error from one that merely has a code or a message, as good responses have, too.</summary>
/// <remarks>
/// It decides over money: a create that is answered with a success, without an id and with an error counts as refused. So a word that may
/// mean either (<c>{"code":1,"message":"accepted"}</c>) is no statement.
/// </remarks>
internal static class ErrorDetection
{
    /// <summary>Whether the body states an error.</summary>
    /// <param name="root">The body.</param>
    /// <param name="error">Its error member; null where it has none.</param>
    /// <param name="code">The code that was found.</param>
    public static bool StatesError(JsonElement root, JsonElement? error, string? code) =>
        (error is { } value && SaysSomething(value))
        || (ErrorText.Find(root, "errors") is { } errors && SaysSomething(errors))
        || (ErrorText.Find(root, "detail") is { } detail && SaysSomething(detail))
        || IsNo(root, "success") || IsNo(root, "ok")
        || IsErrorCode(code)
        || ErrorText.Scalar(root, "status") is { } status && (IsErrorWord(status) || IsErrorCode(status));

    /// <summary>Whether an event of a stream is an error by what it says: by a member <c>error</c>, or by its own type.</summary>
    /// <remarks>What else may state an error of a whole response may be the content of an event: a detail, a code.</remarks>
    public static bool IsErrorEvent(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && ((ErrorText.Find(root, "error") is { } error && SaysSomething(error)) || ErrorText.Scalar(root, "type") == "error");

    /// <summary>Whether a status is the word of an envelope that failed, and not the status of a task.</summary>
    public static bool IsErrorWord(string status) => status.Trim().ToUpperInvariant() is "ERROR" or "FAIL";

    private static bool SaysSomething(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => !string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(member => member.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)),
        JsonValueKind.Number => value.GetRawText() != "0",
        var kind => kind == JsonValueKind.True,
    };

    private static bool IsNo(JsonElement root, string name) => ErrorText.Find(root, name) is { ValueKind: JsonValueKind.False };

    // 0, 1, 200 and the like mean success with one vendor or another.
    private static bool IsErrorCode(string? code) => long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
        ? number is < 0 or >= 400
        : code is not null && ErrorKinds.FromCode(code) is not null;
}
