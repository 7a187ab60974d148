using Evolink;
using TwoVendors;

await using EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(new SimulatorOptions { SpecFolders = ["specs"] });
EvolinkOptions options = new() { ApiKey = simulator.ApiKey, BaseAddress = simulator.BaseAddress };
using var evolink = new EvolinkClient(options);
using var prints = new PrintClient(options);

Happyhorse1_0TextToVideoRequest video = new() { Prompt = "A paper boat" };
PrintsRequest order = new() { Motif = new("https://example.com/cat.png"), Copies = 1 };
Console.WriteLine($"{(await evolink.GenerateAsync(video)).Status}, {(await prints.GenerateAsync(order)).Status}");

try
{
    await evolink.SubmitAsync(order);
}
catch (ArgumentException refused)
{
    Console.WriteLine(refused.Message);
}
