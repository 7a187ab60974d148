namespace Evolink;

/// <summary>One call of a <c>callback_url</c>.</summary>
/// <param name="TaskId">The task that it was about.</param>
/// <param name="Attempt">1 for the first call, up to 4.</param>
/// <param name="Status">What was answered; null where nothing was, within ten seconds.</param>
/// <param name="Time">When.</param>
public sealed record CallbackRecord(string TaskId, int Attempt, int? Status, DateTimeOffset Time);
