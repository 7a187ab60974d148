// From a request to a file on disk, for each model. Without a key everything happens on this machine: the simulator
// stands in for the service. With EVOLINK_API_KEY set, the same code talks to the real one and is paid for.
// Arguments, if any, choose the models.

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

if (args.Except(Examples.ByModel.Keys).ToArray() is { Length: > 0 } unknown)
{
    Console.Error.WriteLine($"Unknown: {string.Join(", ", unknown)}. Known models: {string.Join(", ", Examples.ByModel.Keys)}.");
    return 2;
}

var progress = new LiveProgress();
string[] models = args.Length > 0 ? args : [.. Examples.ByModel.Keys];
Outcome[] outcomes = await Task.WhenAll(models.Select(model => GenerateAsync(model, Examples.ByModel[model])));

progress.Clear();
foreach (Outcome outcome in outcomes)
{
    Console.WriteLine(outcome.Line);
}

return outcomes.All(outcome => outcome.Succeeded) ? 0 : 1;

async Task<Outcome> GenerateAsync(string model, GenerationRequest request)
{
    GenerationTask<TaskDetailResponse>? task = null;
    try
    {
        // GenerateAsync does the first two steps in one; here the id is wanted at once.
        task = await evolink.SubmitAsync(request, stop.Token);
        TaskDetailResponse done = await task.WaitAsync(progress.For(model), stop.Token);
        IReadOnlyList<string> files = await task.DownloadAsync("out", stop.Token);

        // Most models make files. A custom element is data, and every operation is there one to one to ask for it.
        TaskDetailResponse detail = files.Count > 0 ? done : await evolink.Tasks.GetTaskDetailAsync(task.Id, stop.Token);
        string result = files.Count > 0 ? string.Join(", ", files) : $"{detail.ResultData}";
        return new Outcome(true, $"{model}  {done.Status}  {result}");
    }
    catch (OperationCanceledException)
    {
        return new Outcome(false, task is null
            ? $"{model}  stopped before it was submitted"
            : $"{model}  goes on; take it up again with evolink.Resume(\"{task.Id}\")");
    }
    catch (Exception exception) when (exception is EvolinkException or EvolinkValidationException)
    {
        return new Outcome(false, $"{model}  {exception.Message}");
    }
}

internal sealed record Outcome(bool Succeeded, string Line);
