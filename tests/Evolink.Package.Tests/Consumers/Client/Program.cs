using Evolink;

await using EvolinkSimulator simulator = await EvolinkSimulator.StartAsync();
using var evolink = new EvolinkClient(new EvolinkOptions { ApiKey = simulator.ApiKey, BaseAddress = simulator.BaseAddress });

GenerationTask<TaskDetailResponse> task = await evolink.SubmitAsync(new KlingV3MotionControlRequest
{
    ImageUrls = [new("https://example.com/character.jpg")],
    VideoUrls = [new("https://example.com/dance.mp4")],
    Quality = "1080p",
    ModelParams = new() { CharacterOrientation = "image" },
});
TaskDetailResponse video = await task.WaitAsync();
IReadOnlyList<string> files = await task.DownloadAsync("out");
Console.WriteLine($"{video.Status}, {files.Count(File.Exists)} file, {simulator.Ledger.Count} charge");
