using Evolink.Runtime.Tasks.Polling;

namespace Evolink.Runtime.Tasks;

/// <content>A task that had ended when its create was answered.</content>
internal sealed partial class TaskFollower
{
    // A failure is final. A completion is asked for once, since the query tells more than the create; where it tells something else or
    // nothing, the first end stays the end.
    private async Task<TaskResponse> BelieveAsync(TaskResponse end, CancellationToken cancellationToken)
    {
        TaskResponse response = end;
        if (end.State.Status == GenerationStatus.Completed)
        {
            try
            {
                TaskResponse? detail = await _waiter.NextAsync(TimeSpan.Zero, Limit(), cancellationToken).ConfigureAwait(false);
                if (detail?.State is { HasUsableResults: true } state && state.Status == GenerationStatus.Completed) response = detail;
            }
            catch (EvolinkException)
            {
                // The create has said all that a caller needs: the results.
            }
        }

        _evaluator.Observe(response, Elapsed);
        return Ended(response);
    }
}
