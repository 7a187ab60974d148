namespace Evolink.Runtime.Http;

/// <summary>The header that makes a repeated create recognisable.</summary>
internal static class IdempotencyKeyHeader
{
    public const string Name = "Idempotency-Key";

    /// <summary>The caller's own key, else a new one.</summary>
    public static string Resolve(ApiCall call)
    {
        if (call.Options?.IdempotencyKey is { } chosen) return chosen;
        for (int index = call.Headers.Count - 1; index >= 0; index--)
            if (call.Headers[index].Key.Equals(Name, StringComparison.OrdinalIgnoreCase)) return call.Headers[index].Value;
        return RandomKey.Create();
    }
}
