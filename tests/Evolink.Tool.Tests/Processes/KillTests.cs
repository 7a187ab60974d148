using System.Text.Json;
using Evolink.Tool.Tests.Support;

namespace Evolink.Tool.Tests.Processes;

/// <summary>The command is killed in the middle, and begun again: nothing is paid for twice, and nothing that was paid for is lost.</summary>
public sealed class KillTests : IDisposable
{
    private const string Model = "happyhorse-1.0-image-to-video";

    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task KilledWhileItWaits_TheJobIsTakenUpByWait()
    {
        TaskCompletionSource reached = new();
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { ProcessingFor = TimeSpan.FromSeconds(3), OnRequest = request => { if (request.Path.StartsWith("/v1/tasks/", StringComparison.Ordinal)) reached.TrySetResult(); } });
        using (ToolProcess first = ToolProcess.Start(_home, "generate", Model, "--image-urls", "https://cdn.example.com/cat.png"))
        {
            await AnyAsync(reached.Task, first);
            await first.KillAsync();
        }

        string job = (await JobsAsync()).Single().GetProperty("job").GetString()!;
        using ToolProcess wait = ToolProcess.Start(_home, "jobs", "wait", job);
        Assert.Contains("http", await wait.EndsWithAsync(0), StringComparison.Ordinal);
        Assert.Single(service.Ledger);
    }

    [Fact]
    public async Task KilledWhileTheRequestIsOnItsWay_ItIsNotSentAgain_AndSaysThatItMayBePaidFor()
    {
        TaskCompletionSource reached = new();
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with
        {
            Faults = context =>
            {
                if (context.Kind != RequestKind.Create) return null;
                reached.TrySetResult();
                return Fault.Stall(TimeSpan.FromMinutes(5));
            },
        });
        using (ToolProcess first = ToolProcess.Start(_home, "generate", Model, "--image-urls", "https://cdn.example.com/cat.png"))
        {
            await AnyAsync(reached.Task, first);
            await first.KillAsync();
        }

        string job = (await JobsAsync()).Single().GetProperty("job").GetString()!;
        using ToolProcess wait = ToolProcess.Start(_home, "jobs", "wait", job);
        Assert.Contains($"evolink jobs resolve {job}", await wait.EndsWithAsync(4), StringComparison.Ordinal);
        Assert.Single(service.Requests, static request => request.Method == "POST");
    }

    [Fact]
    public async Task ABatchThatIsKilled_GoesOnWhereItWas()
    {
        const int lines = 5;
        TaskCompletionSource reached = new();
        int created = 0;
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with
        {
            ProcessingFor = TimeSpan.FromSeconds(1),
            Script = _ =>
            {
                Interlocked.Increment(ref created);
                return null;
            },
            OnRequest = request =>
            {
                if (created == 2 && request.Method == "GET" && request.Path.StartsWith("/v1/tasks/", StringComparison.Ordinal)) reached.TrySetResult();
            },
        });
        string file = _home.PathOf("batch.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, lines).Select(static number => $$"""{ "model": "gpt-image-2", "prompt": "{{number}}" }"""), TestContext.Current.CancellationToken);

        // One at a time: when the second is polled, none is on its way.
        using (ToolProcess first = ToolProcess.Start(_home, "batch", file, "--parallel", "1"))
        {
            await AnyAsync(reached.Task, first);
            await first.KillAsync();
        }

        Assert.Equal(2, service.Ledger.Count);
        using ToolProcess second = ToolProcess.Start(_home, "batch", file, "--download", _home.PathOf("out"));
        await second.EndsWithAsync(0);
        Assert.Equal(lines, service.Ledger.Count);
        Assert.Equal(lines, service.Tasks.Select(static task => task.Task.Body.GetProperty("prompt").GetString()).Distinct().Count());
        Assert.All(await JobsAsync(), static job => Assert.Equal("completed", job.GetProperty("state").GetString()));
    }

    private async Task<JsonElement[]> JobsAsync()
    {
        using ToolProcess list = ToolProcess.Start(_home, "jobs", "list", "--json");
        return [.. JsonElement.Parse(await list.EndsWithAsync(0)).EnumerateArray()];
    }

    /// <summary>Waits for a moment that has to come before the process ends by itself.</summary>
    private static async Task AnyAsync(Task moment, ToolProcess process)
    {
        Task<int> ended = process.EndAsync();
        Assert.True(await Task.WhenAny(moment, ended) == moment, process.Text);
    }
}
