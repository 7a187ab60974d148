// A web application that generates videos and is called back: POST a request to /videos, and its result is known without waiting.
// Without a key a simulator in this process stands in for the service and calls back over the loopback. With EVOLINK_API_KEY set, the
// requests are paid for, and Evolink:PublicAddress must say where the service reaches this host. --once sends one request and ends.

using System.ComponentModel.DataAnnotations;
using Evolink;
using OpenTelemetry.Trace;
using Webhooks;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
Uri? self = null;
bool isReal = Environment.GetEnvironmentVariable(EvolinkOptions.ApiKeyVariable) is { Length: > 0 };
await using EvolinkSimulator? simulator = isReal ? null : await EvolinkSimulator.StartAsync(new SimulatorOptions
{
    Callback = url => self is null ? null : new Uri(self, url.PathAndQuery),
});

builder.Services.AddEvolink(options =>
{
    builder.Configuration.GetSection("Evolink").Bind(options);
    if (simulator is not null) (options.ApiKey, options.BaseAddress) = (simulator.ApiKey, simulator.BaseAddress);
});
builder.Services.AddEvolinkWebhooks(options =>
{
    options.PublicAddress = new Uri(builder.Configuration["Evolink:PublicAddress"] ?? "https://hooks.example.com");
    options.Secrets.Add(builder.Configuration["Evolink:WebhookSecret"] ?? "only-for-the-simulator-0123456789abcdef");
    options.AddToRequests = true;
});
builder.Services.AddSingleton<VideoResults>();
builder.Services.AddEvolinkWebhookHandler<ResultHandler>();
builder.Services.AddHealthChecks().AddEvolink(minimumCredits: 500);
builder.Services.AddOpenApi(static options => options.AddEvolinkSchemas());
if (args.Contains("--trace")) builder.Services.AddOpenTelemetry().WithTracing(static tracing => tracing.AddSource("Evolink").AddConsoleExporter());

WebApplication app = builder.Build();
app.MapEvolinkWebhook("/evolink/{token}");
app.MapHealthChecks("/health");
app.MapOpenApi();
app.MapPost("/videos", static async (Happyhorse1_0ImageToVideoRequest request, EvolinkClient evolink, CancellationToken stop) =>
{
    if (!request.TryValidate(out IReadOnlyList<ValidationResult> problems)) return VideoResults.Refused(problems);
    GenerationTask<TaskDetailResponse> task = await evolink.SubmitAsync(request, stop);
    return Results.Accepted($"/videos/{task.Id}", new { task.Id });
});
app.MapGet("/videos/{id}", static (string id, VideoResults results) => results.Find(id));

await app.StartAsync();
self = new Uri(app.Urls.First());
Console.WriteLine(simulator is null
    ? $"EVOLINK_API_KEY is set: requests are paid for. Listening on {self}"
    : $"No EVOLINK_API_KEY: a simulator answers, and nothing is paid. Listening on {self}");
if (args.Contains("--once"))
{
    await Demo.RunAsync(self, app.Services.GetRequiredService<VideoResults>());
    await app.StopAsync();
    return;
}

Console.WriteLine($$"""Try: curl {{self}}videos --json '{"image_urls":["https://cdn.example.com/cat.png"]}'""");
await app.WaitForShutdownAsync();
