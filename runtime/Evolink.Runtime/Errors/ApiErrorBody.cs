using System.Globalization;
using System.Text;
using System.Text.Json;
using Evolink.Runtime.Json;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Errors;

/// <summary>The members of an error response, whichever of the usual shapes it has; all null for one that is no JSON.</summary>
internal sealed record ApiErrorBody(string Body)
{
    private const int MaxBodyCharacters = 4096;

    public string? Code { get; private init; }
    public string? Message { get; private init; }
    public string? Type { get; private init; }
    public string? Param { get; private init; }
    public string? Suggestion { get; private init; }

    /// <summary>What a program can act on.</summary>
    public RefusalDetails Details { get; private init; } = RefusalDetails.None;

    /// <summary>The HTTP status that the body itself names, as problem+json does; from 400 on.</summary>
    public int? Status { get; private init; }

    /// <summary>Whether the body says that something went wrong, and not only that it has a code or a message.</summary>
    public bool StatesError { get; private init; }

    /// <summary>Code and message in one line; null where there is neither.</summary>
    public string? Reason => Code is null && Message is null ? null : (Code is null ? "" : $"({Code}) ") + OneLine(Message);

    /// <summary>
    /// Reads <c>{error:{code,message,…}}</c>, <c>{error:"…"}</c>, <c>{code,message}</c>, the files API's <c>{success:false,code,msg}</c>,
    /// problem+json, FastAPI's <c>detail</c>, <c>errors</c> and whatever else <see cref="ErrorText"/> knows.
    /// </summary>
    /// <param name="body">The response's body.</param>
    /// <param name="apiKey">Taken out wherever the server quotes it.</param>
    public static ApiErrorBody Read(ReadOnlyMemory<byte> body, string apiKey)
    {
        ApiErrorBody empty = new(Truncate(body.Span, MaxBodyCharacters, apiKey));
        return WireJson.Parse(body.Span) is { } root ? Read(root, empty, "error", isTask: false).Without(apiKey) : empty;
    }

    /// <summary>Why a task failed, as the task itself says.</summary>
    /// <param name="task">The task's JSON.</param>
    /// <param name="error">The JSON pointer of the member that says why. What stands beside that member, such as a code, counts too.</param>
    public static ApiErrorBody ReadTask(ReadOnlySpan<byte> task, string error)
    {
        ApiErrorBody empty = new("");
        if (WireJson.Parse(task) is not { ValueKind: JsonValueKind.Object } root) return empty;
        string[] names = JsonPointerText.Split(error);
        JsonElement holder = root;
        foreach (string name in names[..^1])
        {
            if (ErrorText.Find(holder, name) is not { ValueKind: JsonValueKind.Object } inner) return Read(root, empty, names[^1], isTask: true);
            holder = inner;
        }

        return Read(holder, empty, names[^1], isTask: true);
    }

    /// <summary>The first characters of a body as text that is safe to show.</summary>
    public static string Truncate(ReadOnlySpan<byte> body, int maxCharacters, string apiKey)
    {
        // Cut after the key is out, so that no half of it stays at the end. No encoding takes more than four bytes for a character.
        ReadOnlySpan<byte> start = WireText.Utf8(body[..Math.Min(body.Length, 4 * (maxCharacters + apiKey.Length))]);
        string text = MaskedKey.Remove(Encoding.UTF8.GetString(start), apiKey);
        return text.Length <= maxCharacters ? text : text[..maxCharacters];
    }

    /// <summary>A message as it stands inside another one.</summary>
    public static string OneLine(string? message) => message?.ReplaceLineEndings(" ").Trim().TrimEnd('.', ' ') ?? "";

    private static ApiErrorBody Read(JsonElement root, ApiErrorBody empty, string errorName, bool isTask) => root.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(root, empty, errorName, isTask),
        JsonValueKind.String => empty with { Message = ErrorText.Text(root) },
        JsonValueKind.Array when root.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first => ReadObject(first, empty, errorName, isTask),
        _ => empty,
    };

    private static ApiErrorBody ReadObject(JsonElement root, ApiErrorBody empty, string errorName, bool isTask)
    {
        JsonElement? error = ErrorText.Find(root, errorName);
        JsonElement inner = error is { ValueKind: JsonValueKind.Object } ? error.Value : root;
        bool isInner = error is { ValueKind: JsonValueKind.Object };
        string? words = error is { ValueKind: JsonValueKind.String or JsonValueKind.Array } ? ErrorText.Text(error.Value) : null;
        string? message = (isInner ? ErrorText.Text(inner) : null) ?? ErrorText.Message(root, isTask);
        string? code = ErrorText.Code(inner) ?? ErrorText.Code(root);

        // "error": "invalid_grant" is a code; "Bad Request" beside a message is only the status again.
        if (words is not null && (words.Contains('_', StringComparison.Ordinal) || ErrorKinds.FromCode(words) is not null) && !words.Contains(' ', StringComparison.Ordinal)) code ??= words;
        return empty with
        {
            Code = code,
            Message = message ?? words,
            Type = isTask && !isInner ? null : ErrorText.Scalar(inner, "type") is { } type && type != "about:blank" ? type : null,
            Param = ErrorText.Scalar(inner, "param"),
            Suggestion = ErrorText.Scalar(inner, "fallback_suggestion") ?? ErrorText.Scalar(inner, "suggestion"),
            Status = HttpStatus(ErrorText.Scalar(inner, "status")) ?? HttpStatus(ErrorText.Scalar(root, "status")) ?? HttpStatus(ErrorText.Scalar(root, "status_code")) ?? HttpStatus(ErrorText.Scalar(root, "statusCode")),
            Details = RefusalDetails.Read(root, error),
            StatesError = ErrorDetection.StatesError(root, error, code),
        };
    }

    private static int? HttpStatus(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int status) && status is >= 400 and < 600 ? status : null;

    /// <summary>The same without the key, wherever the server quotes it.</summary>
    public ApiErrorBody Without(string apiKey) => this with
    {
        Code = Masked(Code, apiKey),
        Message = Masked(Message, apiKey),
        Type = Masked(Type, apiKey),
        Param = Masked(Param, apiKey),
        Suggestion = Masked(Suggestion, apiKey),
        Details = Details.Without(apiKey),
    };

    private static string? Masked(string? text, string apiKey) => text is null ? null : MaskedKey.Remove(text, apiKey);
}
