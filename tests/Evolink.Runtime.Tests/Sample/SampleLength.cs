using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evolink.Tests.Sample;

/// <summary>A union: a whole number of seconds from 1, or a word of at most four characters.</summary>
[JsonConverter(typeof(SampleLengthJsonConverter))]
public readonly partial record struct SampleLength : IJsonModel<SampleLength>, IOptionalValue, IValidatable
{
    public SampleLength(long value) => Number = value;

    public SampleLength(string? value) => Text = value;

    public long? Number { get; }

    public string? Text { get; }

    bool IOptionalValue.IsSet => Number is not null || Text is not null;

    public static implicit operator SampleLength(long value) => new(value);

    public static implicit operator SampleLength(string? value) => new(value);

    static SampleLength IJsonModel<SampleLength>.ReadFrom(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number
        ? new(JsonRead.Int64(ref reader) ?? 0)
        : new(JsonRead.String(ref reader));

    void IJsonModel.WriteTo(Utf8JsonWriter writer)
    {
        if (Number is long number)
        {
            JsonWrite.Number(writer, number);
        }
        else
        {
            JsonWrite.String(writer, Text);
        }
    }

    public void Validate(ref SchemaValidationContext context)
    {
        context.Minimum(Number, 1, "", "");
        context.MaxLength(Text, 4, "", "");
    }
}

public sealed class SampleLengthJsonConverter : JsonModelConverter<SampleLength>;
