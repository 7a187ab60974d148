using System.Diagnostics;
using System.Runtime.CompilerServices;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Diagnostics;
using Evolink.Runtime.Http;
using Evolink.Runtime.Pipeline;
using Evolink.Runtime.Responses;
using Evolink.Runtime.Tasks.Polling;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Tasks;

/// <summary>Creates tasks, each once.</summary>
internal sealed class TaskSubmitter(ClientSettings settings, CallSender sender)
{
    /// <summary>Creates a task.</summary>
    /// <exception cref="EvolinkException">It was not created, or it is not known whether it was.</exception>
    /// <exception cref="EvolinkCanceledException">The caller cancelled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TaskOrigin> SubmitAsync(ApiCall call, CancellationToken cancellationToken)
    {
        ApiOperation operation = call.Operation;
        string idempotencyKey = IdempotencyKeyHeader.Resolve(call);
        using TelemetrySpan? activity = Telemetry.StartCreate(operation);
        try
        {
            TaskOrigin origin = await CreateAsync(call, idempotencyKey, activity?.Context ?? default, cancellationToken).ConfigureAwait(false);
            Log.Submitted(settings.Logger, operation.Id, origin.Id);
            Telemetry.Submitted.Add(1, Telemetry.Operation(operation));
            activity?.SetTag("evolink.task.id", PrintableText.Escape(origin.Id));
            return origin;
        }
        catch (EvolinkException error)
        {
            activity?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
            throw;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TaskOrigin> CreateAsync(ApiCall call, string idempotencyKey, ActivityContext span, CancellationToken cancellationToken)
    {
        TaskFamily family = call.Operation.TaskFamily!;
        using ApiResponse response = await sender.SendAsync(call, idempotencyKey, settings.MaxRetries, asStream: false, cancellationToken).ConfigureAwait(false);
        TaskState state = response.Task(family);
        return new TaskOrigin(family, state.Id!, idempotencyKey, state, settings.Time.GetTimestamp(), span)
        {
            Model = response.RequestedModel,
            IsReplayed = response.IsReplayed,
            End = state is { IsWhole: true, IsEnd: true } ? TaskResponse.From(response, family, settings.ApiKey) : null,
        };
    }
}
