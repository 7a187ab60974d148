using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Tool.Catalogue;
using Evolink.Tool.Cli;
using Evolink.Tool.Costs;
using Evolink.Tool.Following;
using Evolink.Tool.Output;
using Evolink.Tool.Requests;
using Evolink.Tool.Sessions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Evolink.Tool.Mcp;

/// <summary>What an agent generates. A job is written down before it is sent, and outlives the server. The names of parameters are those that the agent sees.</summary>
internal sealed class JobTools(McpSession sessions, McpLimits limits)
{
    /// <summary>Clients give up on a tool after a minute.</summary>
    private const int LongestWait = 45;

    private const int DefaultCount = 20;

    private static readonly string[] s_states = ["open", "completed", "failed"];

    [McpServerTool(Name = "generate", Destructive = false, Idempotent = false)]
    [Description("Generates video, images or audio. The request is checked before anything is paid for, and is then a job: it goes on whatever happens to this conversation or this server. Answers with the results if they are there in time, else with the job; wait_job waits on.")]
    public Task<CallToolResult> GenerateAsync(
        [Description("The model's id.")] string model,
        [Description("The request's members, an object as the model's JSON Schema describes (get_model).")] JsonElement request,
        [Description("The most credits that it may cost. It is not sent if the upper end of its estimate (estimate_cost) is more. If the estimate is not known, it is refused; where the user has started the server with --allow-unknown-cost, it is sent, and max_credits limits nothing.")] decimal max_credits,
        IProgress<ProgressNotificationValue> progress,
        [Description("A name of your own, such as 'scene-4 take-1'. The same name and request give the same job, however often they are sent, and are paid for once.")] string? key = null,
        [Description("How long to wait for the results, in seconds, from 0 (the job at once) to 45.")] int wait_seconds = LongestWait,
        CancellationToken cancellationToken = default) => ToolAnswer.RunAsync(async () =>
        {
            ModelInfo found = ModelLookup.Get(model);
            GenerationRequest made = CheckedRequest.Create(found, request);
            if (limits.MaxCredits is { } most && max_credits > most) throw ToolException.Failed($"The user allows at most {most} credits a request, not {max_credits}.");
            if (string.IsNullOrWhiteSpace(key)) key = null;
            Session session = await sessions.GetAsync(cancellationToken);
            PriceLookup prices = await session.GetPricesAsync(cancellationToken);
            if (key is null || await session.Jobs.FindByKeyAsync(key, cancellationToken) is null)
            {
                CostEstimate cost = prices.Estimate(found, request);
                if (cost.IsKnown || !limits.AllowsUnknownCost) CreditCap.ThrowIfOver(cost, max_credits, "The user allows such requests by starting the server with --allow-unknown-cost.");
            }

            GenerationJob job = await session.Jobs.EnqueueAsync(made, new JobOptions { Key = key, MaxCredits = max_credits }, cancellationToken);
            return await WaitAsync(session, job.Id, wait_seconds, progress, cancellationToken);
        });

    [McpServerTool(Name = "wait_job", Destructive = false, Idempotent = true)]
    [Description("Waits for a job's end, and tells its progress. Answers with the job as it is after at most 45 seconds; wait again while its state is no end. A job that was not sent because the service refuses the key or the account has no credits left is cancelled, and the answer says so: only the user can help.")]
    public Task<CallToolResult> WaitAsync(
        [Description("The job.")] string job,
        IProgress<ProgressNotificationValue> progress,
        [Description("How long to wait, in seconds, from 0 to 45.")] int wait_seconds = LongestWait,
        CancellationToken cancellationToken = default) => ToolAnswer.RunAsync(async () => await WaitAsync(await sessions.GetAsync(cancellationToken), job, wait_seconds, progress, cancellationToken));

    [McpServerTool(Name = "get_job", ReadOnly = true)]
    [Description("Tells how a job stands, and its request. The states are queued, submitting, running, saving; and the ends completed, failed, canceled, expired, outcome_unknown.")]
    public Task<CallToolResult> GetAsync([Description("The job.")] string job, CancellationToken cancellationToken = default) => ToolAnswer.RunAsync(async () =>
    {
        GenerationJob found = await FindAsync(await sessions.GetAsync(cancellationToken), job, cancellationToken);
        JsonObject json = JobText.ToJson(found);
        json["request"] = JsonOutput.ToNode(JobText.Request(found));
        return json;
    });

    [McpServerTool(Name = "list_jobs", ReadOnly = true)]
    [Description("Lists the jobs of this machine, the latest first, those of earlier conversations included.")]
    public Task<CallToolResult> ListAsync(
        [Description("Only jobs that are open, completed or failed; empty for all.")] string state = "",
        [Description("The most jobs that are listed, at least 1.")] int count = DefaultCount,
        CancellationToken cancellationToken = default) => ToolAnswer.RunAsync(async () =>
        {
            int most = ToolArguments.Count(count);
            string wanted = ToolArguments.OneOf(nameof(state), state, s_states);
            Session session = await sessions.GetAsync(cancellationToken);
            List<GenerationJob> jobs = [];
            await foreach (GenerationJob one in session.Jobs.ListAsync(cancellationToken: cancellationToken))
            {
                if (IsOf(one, wanted)) jobs.Add(one);
            }

            jobs.Reverse();
            return new JsonObject
            {
                ["total"] = jobs.Count,
                ["jobs"] = new JsonArray([.. jobs.Take(most).Select(JobText.ToJson)]),
            };
        });

    [McpServerTool(Name = "download_result", Destructive = false, Idempotent = true)]
    [Description("Downloads the results of a completed job into a folder that the user has allowed. Links live for 24 hours.")]
    public Task<CallToolResult> DownloadAsync(
        [Description("The job.")] string job,
        [Description("The folder, by default the first one that is allowed; a relative one is below it.")] string folder = "",
        CancellationToken cancellationToken = default) => ToolAnswer.RunAsync(async () =>
        {
            string path = OutputFolder.Prepare(limits.Allow(folder));
            Session session = await sessions.GetAsync(cancellationToken);
            GenerationJob found = await FindAsync(session, job, cancellationToken);
            if (found is not { State: JobState.Completed, TaskId: not null }) throw ToolException.Failed($"{JobText.Explain(found)} Only a completed job has results; wait_job waits for it.");
            IReadOnlyList<string> files = await JobDownload.SaveAsync(session, found, path, cancellationToken);
            return new JsonObject { ["files"] = new JsonArray([.. files.Select(static file => (JsonNode?)file)]) };
        });

    private static async Task<JsonObject> WaitAsync(Session session, string jobId, int seconds, IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        GenerationJob last = await FindAsync(session, jobId, cancellationToken);
        if (seconds > 0)
        {
            using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(Math.Min(seconds, LongestWait)));
            try
            {
                await foreach (GenerationJob job in session.Jobs.WatchAsync(jobId, limit.Token))
                {
                    last = job;
                    progress.Report(new ProgressNotificationValue { Progress = (float)job.Progress, Total = 100, Message = JobProgress.Describe(job) });
                    if (session.Refusals.ForAPerson(job) is not { } refused) continue;
                    await session.Jobs.CancelAsync(jobId, CancellationToken.None);
                    throw ToolException.Failed(refused.Message);
                }
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                // The agent asks again; the job goes on.
            }
        }

        JsonObject json = JobText.ToJson(last);
        json["next"] = last.State == JobState.Completed ? "download_result saves the files." : last.IsEnd ? JobText.Explain(last) : $"It goes on. Call wait_job with {last.Id}.";
        return json;
    }

    private static bool IsOf(GenerationJob job, string state) => state switch
    {
        "open" => !job.IsEnd,
        "completed" => job.State == JobState.Completed,
        "failed" => job.IsEnd && job.State != JobState.Completed,
        _ => true,
    };

    private static async Task<GenerationJob> FindAsync(Session session, string id, CancellationToken cancellationToken) =>
        await session.Jobs.FindAsync(id, cancellationToken) ?? throw ToolException.Failed($"There is no job '{id}'; list_jobs lists them.");
}
