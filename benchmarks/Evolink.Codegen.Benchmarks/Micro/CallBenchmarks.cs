using BenchmarkDotNet.Attributes;
using Evolink.Codegen.Benchmarks.Quick.Rows;
using Evolink.Codegen.Benchmarks.Rivals;

namespace Evolink.Codegen.Benchmarks.Micro;

/// <summary>A create and a query over a handler that answers at once.</summary>
[MemoryDiagnoser]
public class CallBenchmarks : IDisposable
{
    private readonly InMemory _handler = new();
    private readonly WireRequest _wire = Requests.Wire();
    private readonly HandWritten _hand;
    private readonly HttpClient _http;
    private readonly EvolinkClient _client;

    public CallBenchmarks()
    {
        _hand = new HandWritten(_handler, InMemory.Key);
        _http = new HttpClient(_handler, disposeHandler: false);
        _client = new EvolinkClient(new EvolinkOptions { ApiKey = InMemory.Key }, _http);
    }

    [Benchmark]
    public Task Create() => _client.SubmitAsync(Requests.Own());

    [Benchmark]
    public Task CreateByHand() => _hand.CreateAsync(_wire);

    [Benchmark]
    public Task Get() => _client.Tasks.GetTaskDetailAsync(InMemory.TaskId);

    [Benchmark]
    public Task GetByHand() => _hand.GetAsync(InMemory.TaskId);

    [GlobalCleanup]
    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
        _hand.Dispose();
        _handler.Dispose();
        GC.SuppressFinalize(this);
    }
}
