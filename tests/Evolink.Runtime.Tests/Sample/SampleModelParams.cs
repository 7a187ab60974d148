using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evolink.Tests.Sample;

[JsonConverter(typeof(SampleModelParamsJsonConverter))]
public sealed partial record SampleModelParams : IJsonModel<SampleModelParams>, IValidatable
{
    public SampleModelParams()
    {
    }

    [SetsRequiredMembers]
    private SampleModelParams(ref Utf8JsonReader reader)
    {
        Dictionary<string, JsonElement>? additional = null;
        while (JsonRead.NextMember(ref reader))
        {
            if (JsonRead.Is(ref reader, "orientation"u8)) Orientation = JsonRead.Value<SampleQuality>(ref reader) ?? default;
            else if (JsonRead.Is(ref reader, "element_list"u8)) ElementList = JsonRead.List<SampleElement?>(ref reader, JsonRead.Model<SampleElement>)!;
            else JsonRead.Additional(ref reader, ref additional);
        }

        AdditionalProperties = additional;
    }

    public required SampleQuality Orientation { get; init; }

    public IReadOnlyList<SampleElement>? ElementList { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? AdditionalProperties { get; init; }

    static SampleModelParams IJsonModel<SampleModelParams>.ReadFrom(ref Utf8JsonReader reader) => new(ref reader);

    public bool Equals(SampleModelParams? other) => ModelContent.AreEqual(this, other);

    public override int GetHashCode() => ModelContent.HashOf(this);

    private bool PrintMembers(StringBuilder builder) => ModelContent.Print(builder, this);

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        JsonWrite.Value<SampleQuality>(writer, "orientation"u8, Orientation);
        JsonWrite.List(writer, "element_list"u8, ElementList, JsonWrite.Model);
        JsonWrite.Additional(writer, AdditionalProperties);
        writer.WriteEndObject();
    }

    public void Validate(ref SchemaValidationContext context)
    {
        context.Required(Orientation != default, "Orientation", "orientation");
        context.Enum(Orientation, SampleQuality.Known, "Orientation", "orientation");
        context.Items(ElementList, "ElementList", "element_list", static (SampleElement item, ref SchemaValidationContext context) =>
        {
            context.NotNull(item, "", "");
            context.Ref(item, "", "");
        });
    }

    public bool TryValidate(out IReadOnlyList<ValidationResult> results) => ModelValidation.TryValidate(this, out results);
}

public sealed class SampleModelParamsJsonConverter : JsonModelConverter<SampleModelParams>;

/// <summary>An object that allows no other members.</summary>
[JsonConverter(typeof(SampleElementJsonConverter))]
public sealed partial record SampleElement : IJsonModel<SampleElement>, IValidatable
{
    public SampleElement()
    {
    }

    [SetsRequiredMembers]
    private SampleElement(ref Utf8JsonReader reader)
    {
        ElementId = null!;
        Dictionary<string, JsonElement>? additional = null;
        while (JsonRead.NextMember(ref reader))
        {
            if (JsonRead.Is(ref reader, "element_id"u8)) ElementId = JsonRead.String(ref reader)!;
            else JsonRead.Additional(ref reader, ref additional);
        }

        AdditionalProperties = additional;
    }

    public required string ElementId { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? AdditionalProperties { get; init; }

    static SampleElement IJsonModel<SampleElement>.ReadFrom(ref Utf8JsonReader reader) => new(ref reader);

    public bool Equals(SampleElement? other) => ModelContent.AreEqual(this, other);

    public override int GetHashCode() => ModelContent.HashOf(this);

    private bool PrintMembers(StringBuilder builder) => ModelContent.Print(builder, this);

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        JsonWrite.String(writer, "element_id"u8, ElementId);
        JsonWrite.Additional(writer, AdditionalProperties);
        writer.WriteEndObject();
    }

    public void Validate(ref SchemaValidationContext context)
    {
        context.Required(ElementId is not null, "ElementId", "element_id");
        context.MinLength(ElementId, 1, "ElementId", "element_id");
        context.NoAdditionalProperties(AdditionalProperties, "AdditionalProperties", "");
    }
}

public sealed class SampleElementJsonConverter : JsonModelConverter<SampleElement>;
