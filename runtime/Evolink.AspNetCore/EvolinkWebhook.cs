namespace Evolink;

/// <summary>A task that the service has called about, as it was read again afterwards.</summary>
/// <param name="Task">The task, read with this host's own key. What the callback said of it is not in it.</param>
/// <param name="CorrelationId">What the address was made with; empty where it was made without.</param>
public sealed record EvolinkWebhook(TaskDetailResponse Task, string CorrelationId);
