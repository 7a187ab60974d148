using Evolink.Jobs.Running;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Evolink.Jobs.Health;

/// <summary>Asks the store how many jobs wait, and this process whether it drives them.</summary>
internal sealed class QueueHealthCheck(JobServices services, TimeSpan maxSilence, TimeSpan maxLag) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        JobCounts counts;
        try
        {
            await services.Clock.SynchronizeAsync(cancellationToken).ConfigureAwait(false);
            counts = await services.Store.CountAsync(services.Clock.UtcNow, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The store of the jobs does not answer.", failure);
        }

        TimeSpan lag = counts.OldestDue is { } oldest && services.Clock.UtcNow - oldest is var waited && waited > TimeSpan.Zero ? waited : TimeSpan.Zero;
        TimeSpan? silence = services.Shards.IsEmpty ? null : services.Pulse.Silence;
        Dictionary<string, object> data = Describe(counts, lag, silence);
        if (silence > maxSilence) return new HealthCheckResult(context.Registration.FailureStatus, FormattableString.Invariant($"This process has not gone through its jobs for {silence.Value.TotalSeconds:0} seconds."), data: data);
        if (lag > maxLag) return HealthCheckResult.Degraded(FormattableString.Invariant($"A job has been due for {lag.TotalSeconds:0} seconds; {counts[JobState.Queued]} are queued."), data: data);
        return HealthCheckResult.Healthy(FormattableString.Invariant($"{counts[JobState.Queued]} jobs are queued, {counts[JobState.Submitting] + counts[JobState.Running] + counts[JobState.Saving]} are under way."), data);
    }

    private static Dictionary<string, object> Describe(JobCounts counts, TimeSpan lag, TimeSpan? silence)
    {
        Dictionary<string, object> data = new()
        {
            ["queued"] = counts[JobState.Queued],
            ["submitting"] = counts[JobState.Submitting],
            ["running"] = counts[JobState.Running],
            ["saving"] = counts[JobState.Saving],
            ["outcome_unknown"] = counts[JobState.OutcomeUnknown],
            ["oldest_due_seconds"] = Math.Round(lag.TotalSeconds, 1),
            ["is_driving"] = silence is not null,
        };
        if (silence is { } quiet) data["silence_seconds"] = Math.Round(quiet.TotalSeconds, 1);
        return data;
    }
}
