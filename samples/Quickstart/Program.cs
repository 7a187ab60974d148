// From a picture on this disk to videos, images and sound on this disk. Without a key everything happens on this machine: a
// simulator stands in for the service. With EVOLINK_API_KEY set, the same code talks to the real one and asks before it pays.

using Evolink;
using Quickstart;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

if (args is ["--help" or "-h"])
{
    Console.WriteLine(Arguments.Usage);
    return 0;
}

Arguments arguments = Arguments.Parse(args, out string? problem);
if (problem is not null)
{
    Console.Error.WriteLine(problem);
    return 2;
}

await using Service service = await Service.StartAsync(stop.Token);
Console.WriteLine(service.Description);
string[] models = arguments.Models.Count > 0 ? [.. arguments.Models] : service.IsPaid ? [Showcase.First] : [.. Showcase.Create(new("https://example.com")).Keys];
if (service.IsPaid && !arguments.Yes && !Confirm()) return 2;

var progress = new LiveProgress();
try
{
    // A request holds addresses, so the picture goes to the service first. It lives there for 72 hours.
    UploadedFile picture = await service.Client.Files.UploadAsync(Path.Combine(AppContext.BaseDirectory, "cat.png"), cancellationToken: stop.Token);
    Console.WriteLine($"cat.png is uploaded: {(Uri)picture}");

    // All ids first, so that none is lost whatever happens next; then the results as they come.
    List<(string Model, GenerationTask<TaskDetailResponse> Task)> tasks = [];
    int failed = 0;
    foreach ((string model, GenerationRequest request) in Requests(picture).ToArray())
    {
        try
        {
            GenerationTask<TaskDetailResponse> task = await service.Client.SubmitAsync(request, stop.Token);
            progress.WriteLine($"{task.Id}  submitted  {model}");
            tasks.Add((model, task));
        }
        catch (Exception exception) when (exception is EvolinkException or EvolinkValidationException)
        {
            progress.WriteLine($"{model}  {exception.Message}");
            failed++;
        }
    }

    bool[] ended = await Task.WhenAll(tasks.Select(one => FinishAsync(one.Model, one.Task)));
    return failed == 0 && ended.All(static one => one) ? 0 : 1;
}
catch (OperationCanceledException)
{
    progress.WriteLine("Stopped before everything was submitted.");
    return 130;
}
catch (Exception exception) when (exception is EvolinkException or EvolinkValidationException or NotSupportedException or IOException)
{
    progress.WriteLine(exception.Message);
    return 1;
}

IEnumerable<(string Model, GenerationRequest Request)> Requests(Uri picture)
{
    IReadOnlyDictionary<string, GenerationRequest> own = Showcase.Create(picture);
    foreach (string model in models)
    {
        GenerationRequest request = own.GetValueOrDefault(model) ?? CatalogueExample.Create(model, picture);

        // A request prints itself as JSON. At an example's address there is no video or sound, which nobody wants to pay for finding out.
        if (service.IsPaid && request.ToString().Contains("example.com/", StringComparison.Ordinal))
        {
            throw new NotSupportedException($"{model} works on a video or a sound, and only a picture ships with this sample. Write its request in Showcase.cs, with the address of yours.");
        }

        yield return (model, request);
    }
}

async Task<bool> FinishAsync(string model, GenerationTask<TaskDetailResponse> task)
{
    try
    {
        TaskDetailResponse done = await task.WaitAsync(progress.For(model), stop.Token);
        IReadOnlyList<string> files = await task.DownloadAsync("out", new DownloadOptions { NameTemplate = "{model}" }, stop.Token);

        // Most models make files. A custom element is data.
        progress.WriteLine($"{task.Id} {done.Status} {(files.Count > 0 ? string.Join(' ', files) : done.ResultData)}", model);
        return true;
    }
    catch (OperationCanceledException)
    {
        progress.WriteLine($"{task.Id} goes on; take it up again with evolink.Resume(\"{task.Id}\")", model);
        return false;
    }
    catch (EvolinkException exception)
    {
        progress.WriteLine($"{task.Id} failed: {exception.Message}", model);
        return false;
    }
}

bool Confirm()
{
    if (Console.IsInputRedirected)
    {
        Console.Error.WriteLine($"Not sent: {string.Join(", ", models)} would be paid for. Say so with --yes.");
        return false;
    }

    Console.Write($"Pay for {string.Join(", ", models)}? [y/N] ");
    return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
}
