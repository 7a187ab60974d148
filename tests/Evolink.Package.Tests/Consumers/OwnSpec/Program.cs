using Easel;
using Evolink;
using OwnSpec;

using var http = new HttpClient(new StubHandler());
using var easel = new EaselClient(new EvolinkOptions { ApiKey = "key", Polling = { MinimumInterval = TimeSpan.FromMilliseconds(10) } }, http);

Painting painting = await easel.GenerateAsync(new PaintRequest { Prompt = "A boat at dusk", Style = PaintStyle.Ink });
Console.WriteLine($"{painting.Status}: {painting.Results![0]}, styles: {string.Join(", ", PaintStyle.Known)}");
