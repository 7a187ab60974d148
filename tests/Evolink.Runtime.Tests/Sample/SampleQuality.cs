using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evolink.Tests.Sample;

[JsonConverter(typeof(SampleQualityJsonConverter))]
public readonly partial record struct SampleQuality : IJsonModel<SampleQuality>, IOptionalValue
{
    private readonly string? _value;

    public SampleQuality(string? value) => _value = value;

    public string Value => _value ?? "";

    public static SampleQuality Quality720p { get; } = new("720p");

    public static SampleQuality Quality1080p { get; } = new("1080p");

    public static IReadOnlyList<SampleQuality> Known { get; } = [Quality720p, Quality1080p];

    bool IOptionalValue.IsSet => _value is not null;

    public static implicit operator SampleQuality(string? value) => new(value);

    public override string ToString() => Value;

    static SampleQuality IJsonModel<SampleQuality>.ReadFrom(ref Utf8JsonReader reader) => new(JsonRead.String(ref reader));

    void IJsonModel.WriteTo(Utf8JsonWriter writer) => writer.WriteStringValue(Value);
}

public sealed class SampleQualityJsonConverter : JsonModelConverter<SampleQuality>;
