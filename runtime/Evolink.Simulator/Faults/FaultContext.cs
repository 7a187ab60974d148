namespace Evolink;

/// <summary>A request that has just arrived, its body still unread: what a fault is chosen by.</summary>
/// <param name="Number">1 for the first request of this simulator, 2 for the next.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, without the query.</param>
/// <param name="IdempotencyKey">Its <c>Idempotency-Key</c>, if it has one.</param>
/// <param name="Time">When it arrived, by the simulator's clock.</param>
public sealed record FaultContext(int Number, RequestKind Kind, string Method, string Path, string? IdempotencyKey, DateTimeOffset Time);
