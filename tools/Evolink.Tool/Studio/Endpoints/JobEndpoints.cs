using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Tool.Catalogue;
using Evolink.Tool.Cli;
using Evolink.Tool.Following;
using Evolink.Tool.Requests;
using Evolink.Tool.Sessions;
using Evolink.Tool.Studio.Checks;
using Evolink.Tool.Studio.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Evolink.Tool.Studio.Endpoints;

/// <summary>The jobs: begun, listed, shown, and their files.</summary>
internal sealed class JobEndpoints(Session session, JobFeed feed, CostForecast forecast, ResultFolder results)
{
    private const int MostListed = 200;

    private readonly ConcurrentBag<string> _begun = [];

    public void Map(WebApplication app)
    {
        app.MapGet("/api/session", JsonReply.From(_ => Task.FromResult<JsonNode>(new JsonObject { ["simulated"] = session.IsSimulated, ["folder"] = results.Path })));
        app.MapGet("/api/jobs", JsonReply.From(ListAsync));
        app.MapPost("/api/jobs", JsonReply.From(BeginAsync));
        app.MapGet("/api/jobs/{id}", JsonReply.From(async context => StudioJob.Full(await FindAsync(context), feed, results)));
        app.MapPost("/api/jobs/{id}/cancel", JsonReply.From(CancelAsync));
        app.MapPost("/api/jobs/{id}/fetch", JsonReply.From(FetchAsync));
        app.MapPost("/api/jobs/{id}/resolve", JsonReply.From(ResolveAsync));
        app.MapGet("/api/jobs/{id}/files/{index:int}", SendFileAsync);
    }

    /// <summary>Cancels what was begun here and not sent yet: it is not sent later, when nobody thinks of it any more.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> WithdrawUnsentAsync() => UnsentJobs.CancelAsync(session.Jobs, _begun);

    /// <summary>The latest jobs, the latest first.</summary>
    private async Task<JsonNode> ListAsync(HttpContext context)
    {
        int total = 0;
        Queue<GenerationJob> latest = new();
        await foreach (GenerationJob job in session.Jobs.ListAsync(cancellationToken: context.RequestAborted))
        {
            total++;
            latest.Enqueue(job);
            if (latest.Count > MostListed) latest.Dequeue();
        }

        return new JsonObject
        {
            ["total"] = total,
            ["jobs"] = new JsonArray([.. latest.Reverse().Select(job => (JsonNode)StudioJob.Brief(job, feed, results))]),
        };
    }

    private async Task<JsonNode> BeginAsync(HttpContext context)
    {
        JsonElement body = await JsonReply.ReadAsync(context.Request);
        ModelInfo model = ModelLookup.Get(body.TryGetProperty("model", out JsonElement id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : "");
        GenerationRequest request = CheckedRequest.Create(model, body.TryGetProperty("request", out JsonElement json) ? json : default);
        decimal? most = body.TryGetProperty("max_credits", out JsonElement cap) && cap.ValueKind == JsonValueKind.Number && cap.TryGetDecimal(out decimal number) ? number : null;
        if (most < 0) throw ToolException.Usage("The most credits must not be negative.");

        // The page names each press of its button: one that is sent again, after a lost answer, is the same job, and was held against its limit then.
        string? key = body.TryGetProperty("key", out JsonElement press) && press.ValueKind == JsonValueKind.String ? press.GetString() : null;
        if (most is { } limit && (key is null || await session.Jobs.FindByKeyAsync(key, context.RequestAborted) is null))
        {
            await session.GetPricesAsync(context.RequestAborted);
            ThrowIfOver(limit, forecast.Find(model, request));
        }

        GenerationJob job = await session.Jobs.EnqueueAsync(request, new JobOptions { Key = key, SaveTo = OutputFolder.Prepare(results.Path), MaxCredits = most }, context.RequestAborted);
        _begun.Add(job.Id);
        feed.Follow(job.Id);
        return StudioJob.Full(job, feed, results);
    }

    /// <summary>What cannot be compared does not pass: a limit that does not hold is none.</summary>
    private static void ThrowIfOver(decimal limit, decimal? expected)
    {
        if (expected <= limit) return;
        throw ToolException.Failed(expected is { } credits
            ? string.Create(CultureInfo.InvariantCulture, $"It is expected to cost up to {credits:0.####} credits, and at most {limit:0.####} are allowed. Nothing was sent.")
            : string.Create(CultureInfo.InvariantCulture, $"What it costs is not known before it is sent, so that it cannot be held against {limit:0.####} credits. Nothing was sent. Leave the limit out to send it all the same."));
    }

    private async Task<JsonNode> CancelAsync(HttpContext context)
    {
        GenerationJob job = await FindAsync(context);
        if (job.State != JobState.Queued) throw ToolException.Failed("It was sent already, and is paid for whatever happens to it.");
        return StudioJob.Full(await session.Jobs.CancelAsync(job.Id, context.RequestAborted), feed, results);
    }

    private async Task<JsonNode> FetchAsync(HttpContext context)
    {
        GenerationJob job = await FindAsync(context);
        if (job is not { State: JobState.Completed, TaskId: not null }) throw ToolException.Failed("Only a completed job has results.");
        await results.FetchAsync(session, job, context.RequestAborted);
        return StudioJob.Full(job, feed, results);
    }

    /// <summary>Somebody has found out what became of a request whose answer got lost: it made this task, or it is given up.</summary>
    private async Task<JsonNode> ResolveAsync(HttpContext context)
    {
        GenerationJob job = await FindAsync(context);
        JsonElement body = await JsonReply.ReadAsync(context.Request);
        if (job.State != JobState.OutcomeUnknown) throw ToolException.Failed("Its outcome is known.");
        string? task = body.TryGetProperty("task", out JsonElement named) && named.ValueKind == JsonValueKind.String ? named.GetString()!.Trim() : null;
        if (task is "") throw ToolException.Usage("Name the task, as your account or the vendor's support does.");
        GenerationJob resolved = task is null ? await session.Jobs.AbandonAsync(job.Id, context.RequestAborted) : await session.Jobs.ResolveAsync(job.Id, task, context.RequestAborted);
        feed.Follow(job.Id);
        return StudioJob.Full(resolved, feed, results);
    }

    private async Task SendFileAsync(HttpContext context)
    {
        GenerationJob? job = await session.Jobs.FindAsync((string)context.Request.RouteValues["id"]!, context.RequestAborted);
        int index = int.Parse((string)context.Request.RouteValues["index"]!, CultureInfo.InvariantCulture);
        if (job is null || results.List(job).FirstOrDefault(one => one.Index == index) is not { File: { } file })
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        ResultType type = ResultType.Find(file.Name);
        bool isDownload = context.Request.Query.ContainsKey("download") || type.Kind == "file";
        EntityTagHeaderValue tag = new(string.Create(CultureInfo.InvariantCulture, $"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\""));
        await Results.File(file.FullName, type.ContentType, isDownload ? file.Name : null, file.LastWriteTimeUtc, tag, enableRangeProcessing: true).ExecuteAsync(context);
    }

    private async Task<GenerationJob> FindAsync(HttpContext context)
    {
        string id = (string)context.Request.RouteValues["id"]!;
        return await session.Jobs.FindAsync(id, context.RequestAborted) ?? throw new KeyNotFoundException($"There is no job '{id}'.");
    }
}
