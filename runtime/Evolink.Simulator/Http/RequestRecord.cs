namespace Evolink;

/// <summary>One request that reached the simulator.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, without the query.</param>
/// <param name="Status">The status of the response; 0 if there is none yet, or the connection ended before there was one.</param>
/// <param name="Time">When it arrived.</param>
/// <param name="RequestId">The <c>x-request-id</c> of the response.</param>
/// <param name="IdempotencyKey">The request's <c>Idempotency-Key</c>, if it had one.</param>
/// <param name="HasCredentials">Whether it carried an <c>Authorization</c> header.</param>
public sealed record RequestRecord(
    string Method, string Path, int Status, DateTimeOffset Time, string RequestId, string? IdempotencyKey, bool HasCredentials);
