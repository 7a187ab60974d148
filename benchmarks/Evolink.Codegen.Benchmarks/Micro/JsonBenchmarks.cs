using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Evolink.Codegen.Benchmarks.Quick.Rows;
using Evolink.Codegen.Benchmarks.Rivals;

namespace Evolink.Codegen.Benchmarks.Micro;

/// <summary>A task that is read and a request that is written.</summary>
[MemoryDiagnoser]
public class JsonBenchmarks
{
    private readonly KlingV3MotionControlRequest _own = Requests.Own();
    private readonly WireRequest _wire = Requests.Wire();

    [Benchmark]
    public object? Read()
    {
        Utf8JsonReader reader = new(InMemory.Completed);
        reader.Read();
        return JsonRead.Model<TaskDetailResponse>(ref reader);
    }

    [Benchmark]
    public object? ReadBySourceGenerator() => JsonSerializer.Deserialize(InMemory.Completed, WireContext.Default.WireTask);

    [Benchmark]
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(_own);

    [Benchmark]
    public byte[] WriteBySourceGenerator() => JsonSerializer.SerializeToUtf8Bytes(_wire, WireContext.Default.WireRequest);
}
