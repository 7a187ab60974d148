using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Evolink.Tests.Sample;

namespace Evolink.Tests.Json;

public class JsonWriteTests
{
    [Fact]
    public void UnsetMembers_AreLeftOut() => Assert.Equal("{}", Members(writer =>
    {
        JsonWrite.String(writer, "a"u8, null);
        JsonWrite.Boolean(writer, "a"u8, null);
        JsonWrite.Number(writer, "a"u8, (int?)null);
        JsonWrite.Number(writer, "a"u8, (long?)null);
        JsonWrite.Number(writer, "a"u8, (double?)null);
        JsonWrite.Number(writer, "a"u8, (decimal?)null);
        JsonWrite.Uri(writer, "a"u8, null);
        JsonWrite.DateTimeOffset(writer, "a"u8, null);
        JsonWrite.Date(writer, "a"u8, null);
        JsonWrite.Guid(writer, "a"u8, null);
        JsonWrite.Base64(writer, "a"u8, null);
        JsonWrite.Element(writer, "a"u8, null);
        JsonWrite.Element(writer, "a"u8, default(JsonElement));
        JsonWrite.Model<SampleElement>(writer, "a"u8, null);
        JsonWrite.Value<SampleQuality>(writer, "a"u8, null);
        JsonWrite.Value<SampleQuality>(writer, "a"u8, default(SampleQuality));
        JsonWrite.List(writer, "a"u8, (IReadOnlyList<int>?)null, JsonWrite.Number);
        JsonWrite.Map(writer, "a"u8, (IReadOnlyDictionary<string, int>?)null, JsonWrite.Number);
        JsonWrite.Additional(writer, null);
    }));

    [Fact]
    public void EachKind_IsWrittenAsItsFormatHasIt() => Assert.Equal(
        """{"text":"a","flag":true,"int":1,"long":4294967295,"double":0.1,"decimal":1.50,"uri":"HTTP://A.example/%7E","time":"2026-01-31T12:30:00+02:00","date":"0031-01-02","uuid":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","bytes":"AQID","any":null,"model":{"element_id":"x"},"value":"720p"}""",
        Members(writer =>
        {
            JsonWrite.String(writer, "text"u8, "a");
            JsonWrite.Boolean(writer, "flag"u8, true);
            JsonWrite.Number(writer, "int"u8, 1);
            JsonWrite.Number(writer, "long"u8, 4294967295);
            JsonWrite.Number(writer, "double"u8, 0.1);
            JsonWrite.Number(writer, "decimal"u8, 1.50m);
            JsonWrite.Uri(writer, "uri"u8, new Uri("HTTP://A.example/%7E"));
            JsonWrite.DateTimeOffset(writer, "time"u8, new DateTimeOffset(2026, 1, 31, 12, 30, 0, TimeSpan.FromHours(2)));
            JsonWrite.Date(writer, "date"u8, new DateOnly(31, 1, 2));
            JsonWrite.Guid(writer, "uuid"u8, new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff"));
            JsonWrite.Base64(writer, "bytes"u8, [1, 2, 3]);
            JsonWrite.Element(writer, "any"u8, JsonElement.Parse("null"));
            JsonWrite.Model(writer, "model"u8, new SampleElement { ElementId = "x" });
            JsonWrite.Value<SampleQuality>(writer, "value"u8, SampleQuality.Quality720p);
        }));

    [Fact]
    public void ANullItem_IsANull() => Assert.Equal(
        """{"texts":["a",null],"links":[null],"models":[null],"values":[null,"720p"],"numbers":[1,null],"rows":[[1],null]}""",
        Members(writer =>
        {
            JsonWrite.List(writer, "texts"u8, ["a", null], JsonWrite.String);
            JsonWrite.List<Uri?>(writer, "links"u8, [null], JsonWrite.Uri);
            JsonWrite.List<SampleElement?>(writer, "models"u8, [null], JsonWrite.Model);
            JsonWrite.List<SampleQuality>(writer, "values"u8, [default, "720p"], JsonWrite.Value);
            JsonWrite.List<long?>(writer, "numbers"u8, [1, null], JsonWrite.NullableNumber);
            JsonWrite.List<IReadOnlyList<int>?>(writer, "rows"u8, [[1], null], static (writer, row) => JsonWrite.List(writer, row, JsonWrite.Number));
        }));

    [Fact]
    public void AnyMap_IsWritten() => Assert.Equal("""{"map":{"a":1},"b":2}""", Members(writer =>
    {
        JsonWrite.Map(writer, "map"u8, ImmutableDictionary<string, int>.Empty.Add("a", 1), JsonWrite.Number);
        JsonWrite.Additional(writer, new Dictionary<string, int> { ["b"] = 2 }, JsonWrite.Number);
    }));

    private static string Members(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer);
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
