namespace Evolink.Runtime.Configuration;

/// <summary>What a key of EvoLink's looks like, as far as it takes to tell one from something that was copied with it or stands in its place.</summary>
/// <remarks>How long a key is and how it begins is documented nowhere, so that no client refuses one for that.</remarks>
internal static class EvolinkKeyForm
{
    /// <summary>What is wrong with a key, as the end of a sentence that begins with its option; null for one that may be a key. The key itself stays out of it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="descriptor">The API that it is for.</param>
    /// <param name="baseAddress">What stands for the API's own servers: a gateway may have keys of its own form. Null for none.</param>
    public static string? FindProblem(string key, ApiDescriptor descriptor, Uri? baseAddress)
    {
        if (!descriptor.HasEvolinkConventions || baseAddress is not null || key.Length == 0) return null;
        if (!key.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            return "must be the key alone, which has letters, digits, hyphens, underscores and dots, and holds another character: a quote, a bracket or a word such as 'Bearer' may have come along";
        }

        return IsPlaceholder(key) ? "must be a key, and holds what stands for one in an example; keys are made at https://evolink.ai/dashboard/keys" : null;
    }

    // "YOUR_API_KEY", "sk-your-key-here", "sk-xxxx", "sk-...".
    private static bool IsPlaceholder(string key)
    {
        string rest = key.StartsWith("sk-", StringComparison.OrdinalIgnoreCase) ? key[3..] : key;
        bool isBlank = rest.All(static c => c is 'x' or 'X' or '.' or '-' or '_');
        return isBlank || (key.Contains("your", StringComparison.OrdinalIgnoreCase) && key.Contains("key", StringComparison.OrdinalIgnoreCase));
    }
}
