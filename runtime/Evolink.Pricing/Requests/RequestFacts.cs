using System.Globalization;
using System.Text.Json;

namespace Evolink.Pricing.Requests;

/// <summary>What a request says that prices depend on.</summary>
/// <param name="model">The model's parameters, for what is left out; null where nobody knows the model.</param>
/// <param name="request">The request's members.</param>
internal sealed class RequestFacts(ModelInfo? model, JsonElement request)
{
    // What the parameters of all models are called by convention.
    private static readonly string[] s_counts = ["n", "num_images", "number_of_images", "image_count"];
    private static readonly string[] s_durations = ["duration", "duration_seconds", "seconds"];
    private static readonly string[] s_tiers = ["quality", "resolution", "size"];

    private readonly IReadOnlyList<ModelParameter> _parameters = model?.Parameters ?? [];

    /// <summary>How many images are asked for: one where nothing is said.</summary>
    public Quantity Images
    {
        get
        {
            string? name = s_counts.FirstOrDefault(IsSent) ?? s_counts.FirstOrDefault(one => Find(one) is not null);
            if (name is null) return new Quantity(1, 1, "one image");
            if (Sent(name) is { } sent) return Number(sent) is { } count and > 0 ? new Quantity(count, count, name) : Quantity.Unknown($"'{name}' is no number of images");
            return Number(Find(name)?.Default) is { } usual and > 0 ? new Quantity(usual, usual, $"{name}, by default") : new Quantity(1, 1, "one image");
        }
    }

    /// <summary>How many seconds are asked for.</summary>
    public Quantity Seconds
    {
        get
        {
            string? name = s_durations.FirstOrDefault(IsSent) ?? s_durations.FirstOrDefault(one => Find(one) is not null);
            if (name is null) return Quantity.Unknown("it is billed by the second, and its requests do not say how many there will be");
            if ((Sent(name) ?? Find(name)?.Default) is not { } value) return Bounds(name);
            string source = IsSent(name) ? name : $"{name}, by default";
            return Number(value) is { } seconds and > 0
                ? new Quantity(seconds, decimal.Ceiling(seconds), source)
                : Quantity.Unknown($"it is billed by the second, and the model chooses how many there will be ({source}: {value}); give it a '{name}'");
        }
    }

    /// <summary>The tiers that are asked for, such as <c>1080p</c>; without those that are left to the model.</summary>
    public IReadOnlyList<string> Tiers => field ??=
    [
        .. from name in s_tiers
           let value = Sent(name) ?? Find(name)?.Default
           where value is { ValueKind: JsonValueKind.String } && !string.Equals(value.Value.GetString(), "auto", StringComparison.OrdinalIgnoreCase)
           select value.Value.GetString()!,
    ];

    /// <summary>The tiers that the model has.</summary>
    public IReadOnlySet<string> KnownTiers => field ??= s_tiers.SelectMany(name => Find(name)?.Enum ?? [])
        .Where(static value => value.ValueKind == JsonValueKind.String).Select(static value => value.GetString()!).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the task works on another one, whose length the request does not say.</summary>
    public bool ContinuesTask => request.ValueKind == JsonValueKind.Object
        && request.EnumerateObject().Any(static member => member.Name.EndsWith("task_id", StringComparison.Ordinal) && member.Value.ValueKind == JsonValueKind.String);

    /// <summary>How many files of a kind the request has: <c>image</c>, <c>video</c>, <c>audio</c>.</summary>
    public int CountMedia(string kind) => request.ValueKind != JsonValueKind.Object ? 0
        : model is not null ? request.EnumerateObject().Sum(member => CountMedia(kind, Find(member.Name), member.Value))
        : request.EnumerateObject().Where(member => member.Name.Contains(kind, StringComparison.Ordinal)).Sum(static member => CountTexts(member.Value));

    /// <summary>Whether the request switches on an option of the price list such as <c>web search</c>: by a member of that name that is true, or as a word in a list of tools.</summary>
    public bool SwitchesOn(string option) => SwitchesOn(option.Replace(' ', '_'), "", request);

    private static bool SwitchesOn(string option, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => name.Contains(option, StringComparison.OrdinalIgnoreCase),
        JsonValueKind.String => string.Equals(value.GetString(), option, StringComparison.OrdinalIgnoreCase),
        JsonValueKind.Array => value.EnumerateArray().Any(item => SwitchesOn(option, name, item)),
        JsonValueKind.Object => value.EnumerateObject().Any(member => SwitchesOn(option, member.Name, member.Value)),
        _ => false,
    };

    private static int CountMedia(string kind, ModelParameter? parameter, JsonElement value) => (parameter, value.ValueKind) switch
    {
        (null, _) => 0,
        ({ Media: { } media }, JsonValueKind.String) => media.Kind == kind ? 1 : 0,
        ({ Media: { } media }, JsonValueKind.Array) when value.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String) => media.Kind == kind ? CountTexts(value) : 0,
        (_, JsonValueKind.Array) => value.EnumerateArray().Sum(item => CountMedia(kind, parameter.Items, item)),
        (_, JsonValueKind.Object) => value.EnumerateObject().Sum(member => CountMedia(kind, parameter.Parameters.FirstOrDefault(one => one.Name == member.Name), member.Value)),
        _ => 0,
    };

    private static int CountTexts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => 1,
        JsonValueKind.Array => value.EnumerateArray().Count(static item => item.ValueKind == JsonValueKind.String),
        _ => 0,
    };

    /// <summary>What a model may take where nothing is sent, and no default is documented.</summary>
    private Quantity Bounds(string name)
    {
        ModelParameter parameter = Find(name)!;
        decimal[] values = [.. parameter.Enum.Select(static value => Number(value)).OfType<decimal>()];
        decimal? least = values.Length > 0 ? values.Min() : parameter.Minimum, most = values.Length > 0 ? values.Max() : parameter.Maximum;
        return least is > 0 && most is not null
            ? new Quantity(least.Value, most.Value, $"{name}, which is left out and has no documented default")
            : Quantity.Unknown($"it is billed by the second, and the model chooses how many there will be; give it a '{name}'");
    }

    private ModelParameter? Find(string name) => _parameters.FirstOrDefault(parameter => parameter.Name == name);

    private bool IsSent(string name) => Sent(name) is not null;

    private JsonElement? Sent(string name) =>
        request.ValueKind == JsonValueKind.Object && request.TryGetProperty(name, out JsonElement value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    private static decimal? Number(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDecimal(out decimal read) => read,
        { ValueKind: JsonValueKind.String } text when decimal.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal read) => read,
        _ => null,
    };
}
