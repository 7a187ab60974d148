namespace Evolink.Runtime.Http;

/// <summary>The header that makes a repeated create recognisable.</summary>
internal static class IdempotencyKeyHeader
{
    public const string Name = "Idempotency-Key";

    /// <summary>The caller's own key, else a new one.</summary>
    public static string Resolve(ApiCall call) =>
        call.Options?.IdempotencyKey ?? call.Headers.LastOrDefault(header => header.Key.Equals(Name, StringComparison.OrdinalIgnoreCase)).Value ?? Guid.NewGuid().ToString("D");
}
