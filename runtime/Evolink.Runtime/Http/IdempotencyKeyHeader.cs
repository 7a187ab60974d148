using System.Buffers;
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

    private static readonly SearchValues<char> s_taken = SearchValues.Create("-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <summary>The caller's own key, else a new one.</summary>
    public static string Resolve(ApiCall call)
    {
        if (call.Options?.IdempotencyKey is { } chosen) return chosen;
        for (int index = call.Headers.Count - 1; index >= 0; index--)
            if (call.Headers[index].Key.Equals(Name, StringComparison.OrdinalIgnoreCase)) return call.Headers[index].Value;
        return RandomKey.Create();
    }

    /// <summary>Refuses a key of the caller's that EvoLink would not take for one: a create with it could not be recognised again.</summary>
    /// <exception cref="ArgumentException">It has another form.</exception>
    public static void ThrowIfUnfit(string key, ApiDescriptor descriptor)
    {
        if (!descriptor.HasEvolinkConventions || (key.Length is >= ShortestOfEvolink and <= LongestOfEvolink && !key.AsSpan().ContainsAnyExcept(s_taken))) return;
        throw new ArgumentException(
            $"The idempotency key '{PrintableText.Escape(key, LongestOfEvolink)}' is none that EvoLink takes: {ShortestOfEvolink} to {LongestOfEvolink} letters, digits, dots, underscores and hyphens. Nothing was sent.");
    }
}
