using System.Text.Json;
using Evolink.Codegen.Benchmarks.Rivals;
using Evolink.Runtime.Http.Bodies;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>Reading a task and writing a request, against the source generator of System.Text.Json.</summary>
internal static class JsonRows
{
    public static IEnumerable<Row> Measure()
    {
        Comparison read = Comparison.Run(static () => Read(), static () => JsonSerializer.Deserialize(InMemory.Completed, WireContext.Default.WireTask));
        yield return new Row("read a task: time", "System.Text.Json", read.Time, 0.55) { Detail = read.Detail };
        yield return new Row("read a task: bytes", "System.Text.Json", read.Bytes, 0.55);

        KlingV3MotionControlRequest own = Requests.Own();
        WireRequest wire = Requests.Wire();
        Comparison serialized = Comparison.Run(() => JsonSerializer.SerializeToUtf8Bytes(own), () => JsonSerializer.SerializeToUtf8Bytes(wire, WireContext.Default.WireRequest));
        yield return new Row("write a request, JsonSerializer: time", "System.Text.Json", serialized.Time, 1.05) { Detail = serialized.Detail };

        JsonBody body = new("application/json", own, ((IJsonModel)own).WriteTo);
        Comparison written = Comparison.Run(() => body.Write(), () => JsonSerializer.SerializeToUtf8Bytes(wire, WireContext.Default.WireRequest));
        yield return new Row("write a request, as a body: time", "System.Text.Json", written.Time, 1) { Detail = written.Detail };
        yield return new Row("write a request, as a body: bytes", "System.Text.Json", written.Bytes, 1.2);
    }

    private static TaskDetailResponse? Read()
    {
        Utf8JsonReader reader = new(InMemory.Completed);
        reader.Read();
        return JsonRead.Model<TaskDetailResponse>(ref reader);
    }
}
