// Image models behind IImageGenerator of Microsoft.Extensions.AI: one is drawn by, another changes what came of it. Without a key
// the simulator stands in for the service; with EVOLINK_API_KEY set the same code talks to the real one and is paid for.

using Evolink;
using Microsoft.Extensions.AI;

bool isReal = Environment.GetEnvironmentVariable(EvolinkOptions.ApiKeyVariable) is { Length: > 0 };
if (isReal && !args.Contains("--yes"))
{
    Console.Error.WriteLine("EVOLINK_API_KEY is set: two images would be paid for. Say so with --yes.");
    return 2;
}

await using EvolinkSimulator? simulator = isReal ? null : await EvolinkSimulator.StartAsync();
using EvolinkClient evolink = simulator is null
    ? new EvolinkClient()
    : new EvolinkClient(new EvolinkOptions { ApiKey = simulator.ApiKey, BaseAddress = simulator.BaseAddress });

// The program knows the interface alone. Which model draws is an option.
IImageGenerator images = evolink.AsImageGenerator("gpt-image-2");
var data = new ImageGenerationOptions { ResponseFormat = ImageGenerationResponseFormat.Data };

Microsoft.Extensions.AI.ImageGenerationResponse drawn = await images.GenerateImagesAsync("A cat on a meadow", data);
DataContent cat = drawn.Contents.OfType<DataContent>().Single();
await SaveAsync(cat, "cat");

// Its bytes are uploaded, and the second model changes them.
data.ModelId = "gemini-3-pro-image-preview";
Microsoft.Extensions.AI.ImageGenerationResponse changed = await images.EditImageAsync(cat, "The same cat at night", data);
await SaveAsync(changed.Contents.OfType<DataContent>().Single(), "cat-at-night");
return 0;

static async Task SaveAsync(DataContent image, string name)
{
    Directory.CreateDirectory("out");
    string file = Path.Combine("out", name + ".png");
    await File.WriteAllBytesAsync(file, image.Data);
    Console.WriteLine($"{file}  {image.Data.Length} bytes");
}
