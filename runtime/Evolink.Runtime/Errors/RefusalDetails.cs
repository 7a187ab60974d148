using System.Globalization;
using System.Text.Json;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Errors;

/// <summary>What a refusal says beside its message, where a program can act on it. A member of another kind than usual is read as far as it can be, and is null otherwise.</summary>
internal sealed record RefusalDetails
{
    private const int MaxNameCharacters = 200;
    private const int MaxModels = 1000;

    private static readonly string[] s_holders = ["details", "detail", "metadata"];

    public static RefusalDetails None { get; } = new();

    public decimal? EstimatedCredits { get; private init; }
    public decimal? AccountBalanceCredits { get; private init; }
    public IReadOnlyList<string> AllowedModels { get; private init; } = [];
    public Uri? ActionUrl { get; private init; }
    public JsonElement? Limits { get; private init; }
    public string? LimitScope { get; private init; }
    public string? ResetTimezone { get; private init; }
    public string? FallbackModel { get; private init; }

    /// <summary>Reads them from an error, from what stands around it, and from an object of details in either; the innermost counts.</summary>
    /// <param name="root">The body, an object.</param>
    /// <param name="error">The error in it; null where the body is the error.</param>
    public static RefusalDetails Read(JsonElement root, JsonElement? error)
    {
        JsonElement[] objects = error is { ValueKind: JsonValueKind.Object } inner ? [inner, root] : [root];
        JsonElement[] places = [.. objects, .. objects.SelectMany(Holders)];
        JsonElement? Find(string name) => places.Select(place => ErrorText.Find(place, name)).FirstOrDefault(static value => value is not null);
        return new RefusalDetails
        {
            EstimatedCredits = Number(Find("estimated_credits")),
            AccountBalanceCredits = Number(Find("account_balance_credits")),
            AllowedModels = Names(Find("allowed_models")),
            ActionUrl = WebAddress(Find("action_url")),
            Limits = Find("limits")?.Clone(),
            LimitScope = Word(Find("limit_scope")),
            ResetTimezone = Word(Find("reset_timezone")),
            FallbackModel = Names(Find("fallback_suggestion")) is [var model, ..] ? model : null,
        };
    }

    /// <summary>The same without the key, wherever the server quotes it.</summary>
    public RefusalDetails Without(string apiKey) => this with
    {
        AllowedModels = [.. AllowedModels.Select(model => MaskedKey.Remove(model, apiKey))],
        ActionUrl = ActionUrl is null ? null : WebAddress(MaskedKey.Remove(ActionUrl.OriginalString, apiKey)),
        Limits = Limits is { } limits ? Masked(limits, apiKey) : null,
        LimitScope = LimitScope is null ? null : MaskedKey.Remove(LimitScope, apiKey),
        ResetTimezone = ResetTimezone is null ? null : MaskedKey.Remove(ResetTimezone, apiKey),
        FallbackModel = FallbackModel is null ? null : MaskedKey.Remove(FallbackModel, apiKey),
    };

    private static IEnumerable<JsonElement> Holders(JsonElement place) =>
        s_holders.Select(name => ErrorText.Find(place, name)).OfType<JsonElement>().Where(static holder => holder.ValueKind == JsonValueKind.Object);

    // A number, or a text that is one: "12.5".
    private static decimal? Number(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDecimal(out decimal amount) => amount,
        { ValueKind: JsonValueKind.String } text when decimal.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal amount) => amount,
        _ => null,
    };

    // A list of names or of objects that have one, one name, or several with commas between.
    private static IReadOnlyList<string> Names(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Take(MaxModels).SelectMany(static item => Names(item, isItem: true))],
        { } single => Names(single, isItem: false),
        null => [],
    };

    private static IReadOnlyList<string> Names(JsonElement value, bool isItem) => value.ValueKind switch
    {
        JsonValueKind.String when isItem => [.. Name(value.GetString())],
        JsonValueKind.String => [.. value.GetString()!.Split(',').Take(MaxModels).SelectMany(Name)],
        JsonValueKind.Object => [.. Name(ErrorText.Scalar(value, "model") ?? ErrorText.Scalar(value, "id"))],
        _ => [],
    };

    // A sentence is no name of a model.
    private static IEnumerable<string> Name(string? text) =>
        text?.Trim() is { Length: > 0 and <= MaxNameCharacters } name && !name.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c)) ? [name] : [];

    private static string? Word(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text when !string.IsNullOrWhiteSpace(text.GetString()) => text.GetString()!.Trim(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    // Somebody may open it: a web page and nothing else.
    private static Uri? WebAddress(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? WebAddress(text.GetString()!) : null;

    private static Uri? WebAddress(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;

    private static JsonElement? Masked(JsonElement value, string apiKey)
    {
        string text = value.GetRawText(), masked = MaskedKey.Remove(text, apiKey);
        if (ReferenceEquals(text, masked)) return value;
        try
        {
            return JsonElement.Parse(masked);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
