using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evolink.Tests.Sample;

/// <summary>What two requests of one model share. Only the first has to have a prompt, and only the second a size.</summary>
[JsonConverter(typeof(GenerationRequestConverter<TwinBase>))]
public abstract record TwinBase : GenerationRequest
{
    protected internal override ApiOperation Operation => new("createTwin", "POST", "/v1/twins", "https://api.example.com");
}

[JsonConverter(typeof(FirstTwinJsonConverter))]
public sealed record FirstTwin : TwinBase, IJsonModel<FirstTwin>
{
    public FirstTwin()
    {
    }

    [SetsRequiredMembers]
    private FirstTwin(ref Utf8JsonReader reader)
    {
        Model = null;
        Dictionary<string, JsonElement>? additional = null;
        while (JsonRead.NextMember(ref reader))
        {
            if (JsonRead.Is(ref reader, "model"u8)) Model = JsonRead.String(ref reader);
            else if (JsonRead.Is(ref reader, "prompt"u8)) Prompt = JsonRead.String(ref reader);
            else JsonRead.Additional(ref reader, ref additional);
        }

        AdditionalProperties = additional;
    }

    public string? Model { get; init; } = "twin";

    public string? Prompt { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? AdditionalProperties { get; init; }

    static FirstTwin IJsonModel<FirstTwin>.ReadFrom(ref Utf8JsonReader reader) => new(ref reader);

    public bool Equals(FirstTwin? other) => ModelContent.AreEqual(this, other);

    public override int GetHashCode() => ModelContent.HashOf(this);

    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        JsonWrite.String(writer, "model"u8, Model);
        JsonWrite.String(writer, "prompt"u8, Prompt);
        JsonWrite.Additional(writer, AdditionalProperties);
        writer.WriteEndObject();
    }

    public override void Validate(ref SchemaValidationContext context) => context.Required(Prompt is not null, "Prompt", "prompt");

    protected override bool PrintMembers(StringBuilder builder) => ModelContent.Print(builder, this);
}

public sealed class FirstTwinJsonConverter : JsonModelConverter<FirstTwin>;

[JsonConverter(typeof(SecondTwinJsonConverter))]
public sealed record SecondTwin : TwinBase, IJsonModel<SecondTwin>
{
    public SecondTwin()
    {
    }

    private SecondTwin(ref Utf8JsonReader reader)
    {
        while (JsonRead.NextMember(ref reader))
        {
            if (JsonRead.Is(ref reader, "model"u8)) Model = JsonRead.String(ref reader);
            else if (JsonRead.Is(ref reader, "size"u8)) Size = JsonRead.Double(ref reader);
            else JsonRead.AnyElement(ref reader);
        }
    }

    public string? Model { get; init; } = "twin";

    public double? Size { get; init; }

    static SecondTwin IJsonModel<SecondTwin>.ReadFrom(ref Utf8JsonReader reader) => new(ref reader);

    public bool Equals(SecondTwin? other) => ModelContent.AreEqual(this, other);

    public override int GetHashCode() => ModelContent.HashOf(this);

    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        JsonWrite.String(writer, "model"u8, Model);
        JsonWrite.Number(writer, "size"u8, Size);
        writer.WriteEndObject();
    }

    public override void Validate(ref SchemaValidationContext context) => context.Required(Size is not null, "Size", "size");

    protected override bool PrintMembers(StringBuilder builder) => ModelContent.Print(builder, this);
}

public sealed class SecondTwinJsonConverter : JsonModelConverter<SecondTwin>;

/// <summary>A request without a member that says its model.</summary>
[JsonConverter(typeof(UnnamedSampleJsonConverter))]
public sealed record UnnamedSample : GenerationRequest, IJsonModel<UnnamedSample>
{
    public IReadOnlyDictionary<string, JsonElement>? Members { get; init; }

    protected internal override ApiOperation Operation => new("createUnnamed", "POST", "/v1/unnamed", "https://api.example.com");

    static UnnamedSample IJsonModel<UnnamedSample>.ReadFrom(ref Utf8JsonReader reader) =>
        new() { Members = JsonRead.Map(ref reader, JsonRead.AnyElement) };

    public bool Equals(UnnamedSample? other) => ModelContent.AreEqual(this, other);

    public override int GetHashCode() => ModelContent.HashOf(this);

    public override void WriteTo(Utf8JsonWriter writer) => JsonWrite.Map(writer, Members ?? new Dictionary<string, JsonElement>(), JsonWrite.Element);

    public override void Validate(ref SchemaValidationContext context)
    {
        // It has no rules.
    }

    protected override bool PrintMembers(StringBuilder builder) => ModelContent.Print(builder, this);
}

public sealed class UnnamedSampleJsonConverter : JsonModelConverter<UnnamedSample>;
