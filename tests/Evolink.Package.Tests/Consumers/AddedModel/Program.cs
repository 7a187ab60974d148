using AddedModel;
using Evolink;

await using EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(new SimulatorOptions { SpecFolders = ["specs"] });
using var evolink = new EvolinkClient(new EvolinkOptions { ApiKey = simulator.ApiKey, BaseAddress = simulator.BaseAddress });

// A model of the project's own page, and one that the package has: one client, one kind of task.
GenerationRequest[] requests =
[
    new Happyhorse9_0TextToVideoRequest { Prompt = "A paper boat" },
    new Happyhorse1_0TextToVideoRequest { Prompt = "A paper boat" },
];
foreach (GenerationRequest request in requests)
{
    GenerationTask<TaskDetailResponse> task = await evolink.SubmitAsync(request);
    TaskDetailResponse video = await evolink.Resume(task.Id).WaitAsync();
    IReadOnlyList<string> files = await task.DownloadAsync("out");
    Console.WriteLine($"{request.GetType().Name}: {video.Status}, {files.Count(File.Exists)} file");
}

Console.WriteLine($"{AddedModelModels.All.Single().Id}, {EvolinkModels.Find("happyhorse-1.0-text-to-video")?.Id}, {simulator.Ledger.Count} charges");
