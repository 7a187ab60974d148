using System.Diagnostics;
using Evolink.Runtime.Configuration;
using Evolink.Runtime.Diagnostics;
using Evolink.Runtime.Http;
using Evolink.Runtime.Responses;
using Evolink.Runtime.Tasks.Polling;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Tasks;

/// <summary>Creates tasks, each once.</summary>
internal sealed class TaskSubmitter(ClientSettings settings, ApiPipeline pipeline)
{
    /// <summary>Creates a task.</summary>
    /// <exception cref="EvolinkException">It was not created, or it is not known whether it was.</exception>
    /// <exception cref="EvolinkCanceledException">The caller cancelled.</exception>
    public async Task<TaskOrigin> SubmitAsync(GenerationRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ApiCall call = new ApiCall(request.Operation) { Options = options }.Json(request);
        string idempotencyKey = IdempotencyKeyHeader.For(call);
        using TelemetrySpan? activity = Telemetry.StartCreate(request.Operation);
        try
        {
            (TaskState state, TaskAnswer? end) = await CreateAsync(call, idempotencyKey, cancellationToken).ConfigureAwait(false);
            Log.Submitted(settings.Logger, request.Operation.Id, state.Id!);
            Telemetry.Submitted.Add(1, Telemetry.Operation(request.Operation));
            activity?.SetTag("evolink.task.id", PrintableText.Of(state.Id!));
            return new TaskOrigin(state.Id!, idempotencyKey, state, settings.Time.GetTimestamp(), activity?.Context ?? default) { End = end };
        }
        catch (EvolinkException error)
        {
            activity?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
            throw;
        }
    }

    private async Task<(TaskState State, TaskAnswer? End)> CreateAsync(ApiCall call, string idempotencyKey, CancellationToken cancellationToken)
    {
        using Answer answer = await pipeline.ExchangeAsync(call, idempotencyKey, settings.MaxRetries, cancellationToken).ConfigureAwait(false);
        TaskState state = answer.Task(settings.Descriptor.TaskMembers);
        return (state, state is { IsWhole: true, IsEnd: true } ? TaskAnswer.From(answer, settings.Descriptor.TaskMembers, settings.ApiKey) : null);
    }
}
