using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Evolink.Tool.Cli;
using Evolink.Tool.Output;
using Evolink.Tool.Sessions;
using Spectre.Console;

namespace Evolink.Tool.Following;

/// <summary>Shows the jobs of a batch up to their ends: a table that moves in a terminal, a line for each end elsewhere.</summary>
internal sealed class BatchDisplay(Screen screen, Refusals refusals, bool asJson)
{
    private static readonly JsonSerializerOptions s_line = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The exit code.</returns>
    /// <exception cref="ToolException">The key is refused, or there are no credits: no job can go on before somebody has done something.</exception>
    public async Task<int> ShowAsync(IReadOnlyList<(int Line, GenerationJob Job)> jobs, IGenerationJobs service, CancellationToken interrupted)
    {
        BatchState state = new(jobs);
        List<string> results = [];
        if (!screen.IsErrorTerminal)
        {
            await foreach ((int line, GenerationJob job) in FollowAsync(jobs, service, interrupted))
            {
                if (!state.Update(line, job)) continue;
                screen.Out.WriteLine(Result(line, job));
                screen.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{state.Ended} of {jobs.Count}"));
            }

            return state.ExitCode;
        }

        await screen.ErrorConsole.Live(BatchTable.Create(state, screen.ErrorConsole.Profile.Height)).AutoClear(true).StartAsync(async context =>
        {
            await foreach ((int line, GenerationJob job) in FollowAsync(jobs, service, interrupted))
            {
                if (state.Update(line, job))
                {
                    // A table that moves and lines beside it would write over each other.
                    if (screen.IsOutputTerminal) results.Add(Result(line, job));
                    else screen.Out.WriteLine(Result(line, job));
                }

                context.UpdateTarget(BatchTable.Create(state, screen.ErrorConsole.Profile.Height));
            }
        });
        foreach (string result in results) screen.Out.WriteLine(result);
        screen.Error.WriteLine(state.Summary);
        return state.ExitCode;
    }

    /// <summary>Each change of each job.</summary>
    private async IAsyncEnumerable<(int Line, GenerationJob Job)> FollowAsync(
        IReadOnlyList<(int Line, GenerationJob Job)> jobs, IGenerationJobs service, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken interrupted)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        Channel<(int, GenerationJob)> changes = Channel.CreateUnbounded<(int, GenerationJob)>();
        Task all = Task.WhenAll(jobs.Select(async one =>
        {
            await foreach (GenerationJob job in service.WatchAsync(one.Job.Id, stop.Token)) changes.Writer.TryWrite((one.Line, job));
        })).ContinueWith(ended => changes.Writer.TryComplete(ended.Exception?.GetBaseException() ?? (ended.IsCanceled ? new OperationCanceledException(stop.Token) : null)), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            await foreach ((int Line, GenerationJob Job) change in changes.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (refusals.ForAPerson(change.Job) is { } refused) throw ToolException.Failed(refused.Message);
                yield return change;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await all;
        }
    }

    private string Result(int line, GenerationJob job)
    {
        if (asJson)
        {
            JsonObject json = JobText.ToJson(job);
            json.Insert(0, "line", line);
            return json.ToJsonString(s_line);
        }

        string outcome = job.State == JobState.Completed ? string.Join(' ', JobText.Results(job).Select(Listing.OneLine)) : Listing.OneLine(JobText.Explain(job));
        return string.Create(CultureInfo.InvariantCulture, $"{line}\t{job.Id}\t{JobText.State(job)}\t{outcome}");
    }
}
