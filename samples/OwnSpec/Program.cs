// A specification that is not EvoLink's, turned into a client with a namespace and a name of its own: specs/prints.yaml
// becomes Prints.PrintClient. The simulator reads the same file and plays the print shop.

using System.ComponentModel.DataAnnotations;
using Evolink;
using Prints;

await using EvolinkSimulator shop = await EvolinkSimulator.StartAsync(new SimulatorOptions
{
    IncludeEmbeddedSpecs = false,
    SpecFolders = [Path.Combine(AppContext.BaseDirectory, "specs")],
});
using var prints = new PrintClient(new EvolinkOptions { ApiKey = shop.ApiKey, BaseAddress = shop.BaseAddress });

var order = new PrintsRequest
{
    Motif = new("https://example.com/cat.png"),
    Paper = PrintsPaper.Glossy,
    Copies = 2,
    Frame = new() { WidthMm = 12.5 },
};

// What the specification forbids is found before anything is sent.
if (!order.TryValidate(out IReadOnlyList<ValidationResult>? failures))
{
    Console.WriteLine($"Not sent: {failures[0].ErrorMessage}");
}

Print done = await prints.GenerateAsync(order with { Paper = "matt" });
Console.WriteLine($"{done.Id}  {done.Status}  {done.Results?[0]}");
