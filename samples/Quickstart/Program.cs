// From a request to a file on disk, for each model. Without a key everything happens on this machine: the simulator
// stands in for the service. With EVOLINK_API_KEY set, the same code talks to the real one and is paid for.

using Evolink;
using Quickstart;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

bool isReal = Environment.GetEnvironmentVariable(EvolinkOptions.ApiKeyVariable) is { Length: > 0 };
await using EvolinkSimulator? simulator = isReal ? null : await EvolinkSimulator.StartAsync(cancellationToken: stop.Token);
using EvolinkClient evolink = simulator is null
    ? new EvolinkClient()
    : new EvolinkClient(new EvolinkOptions
    {
        ApiKey = simulator.ApiKey,
        BaseAddress = simulator.BaseAddress,
        Polling = { MinimumInterval = TimeSpan.FromMilliseconds(250) },
    });

Console.WriteLine(simulator is null
    ? "EVOLINK_API_KEY is set: the requests go to the service and are paid for."
    : $"No EVOLINK_API_KEY: the simulator at {simulator.BaseAddress} answers, and nothing is paid for.");

IReadOnlyList<KeyValuePair<string, GenerationRequest>> chosen = [.. Examples.ByModel.Where(example => args.Length == 0 || args.Contains(example.Key))];
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"Unknown model. Known: {string.Join(", ", Examples.ByModel.Keys)}.");
    return 2;
}

int failed = 0;
foreach ((string model, GenerationRequest request) in chosen)
{
    string? taskId = null;
    try
    {
        GenerationTask<TaskDetailResponse> task = await evolink.SubmitAsync(request, stop.Token);
        taskId = task.Id;

        var line = new ProgressLine(model);
        TaskDetailResponse done = await task.WaitAsync(line, stop.Token);
        IReadOnlyList<string> files = await task.DownloadAsync("out", stop.Token);

        // Most models make files; a custom element is data: its id.
        string result = files.Count > 0 ? string.Join(", ", files) : done.ResultData?.GetRawText() ?? "";
        line.Finish($"{model}  {done.Status}  {result}");
    }
    catch (OperationCanceledException)
    {
        Console.WriteLine();
        Console.Error.WriteLine(taskId is null ? "Stopped." : $"Stopped waiting. The task goes on; take it up again with evolink.Resume(\"{taskId}\").");
        return 130;
    }
    catch (Exception exception) when (exception is EvolinkException or EvolinkValidationException)
    {
        failed++;
        Console.WriteLine();
        Console.Error.WriteLine($"{model}  {exception.Message}");
    }

    if (taskId is not null && failed == 0)
    {
        // The query itself, as every operation of the specifications, is there one to one.
        TaskDetailResponse detail = await evolink.Tasks.GetTaskDetailAsync(taskId, stop.Token);
        Console.WriteLine($"  {detail.Id}, progress {detail.Progress} %");
    }
}

return failed == 0 ? 0 : 1;
