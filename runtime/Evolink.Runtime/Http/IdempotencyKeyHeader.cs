using Evolink.Runtime.Text;

namespace Evolink.Runtime.Http;

/// <summary>The header that makes a repeated create recognisable.</summary>
internal static class IdempotencyKeyHeader
{
    public const string Name = "Idempotency-Key";

    /// <summary>Says of a response that it is that of an earlier request with the same key.</summary>
    public const string ReplayedName = "idempotency-replayed";

    private const int ShortestOfEvolink = 16;
    private const int LongestOfEvolink = 96;

    /// <summary>The caller's own key, else a new one.</summary>
    public static string Resolve(ApiCall call) =>
        call.Options?.IdempotencyKey ?? call.Headers.LastOrDefault(header => header.Key.Equals(Name, StringComparison.OrdinalIgnoreCase)).Value ?? Guid.NewGuid().ToString("D");

    /// <summary>Refuses a key of the caller's that EvoLink would not take for one: a create with it could not be recognised again.</summary>
    /// <exception cref="ArgumentException">It has another form.</exception>
    public static void ThrowIfUnfit(string key, ApiDescriptor descriptor)
    {
        if (!descriptor.HasEvolinkConventions || (key.Length is >= ShortestOfEvolink and <= LongestOfEvolink && key.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))) return;
        throw new ArgumentException(
            $"The idempotency key '{PrintableText.Escape(key, LongestOfEvolink)}' is none that EvoLink takes: {ShortestOfEvolink} to {LongestOfEvolink} letters, digits, dots, underscores and hyphens. Nothing was sent.");
    }
}
