using System.Security.Cryptography;

namespace Evolink.Simulation;

/// <summary>The answers of creates that carried an <c>Idempotency-Key</c>.</summary>
internal sealed class IdempotencyMemory
{
    private readonly Dictionary<string, (byte[] BodyHash, JsonResponse Answer)> _answers = new(StringComparer.Ordinal);

    /// <summary>The earlier response to the same body under the same key, or null.</summary>
    /// <exception cref="RefusedException">The key came with another body.</exception>
    public JsonResponse? Recall(string? key, byte[] body)
    {
        if (key is null || !_answers.TryGetValue(key, out (byte[] BodyHash, JsonResponse Answer) earlier)) return null;
        if (!earlier.BodyHash.AsSpan().SequenceEqual(SHA256.HashData(body))) throw new RefusedException(ApiError.IdempotencyConflict);
        return earlier.Answer with { IsReplayed = true };
    }

    public void Remember(string? key, byte[] body, JsonResponse answer)
    {
        if (key is not null) _answers[key] = (SHA256.HashData(body), answer);
    }
}
