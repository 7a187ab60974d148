using System.Text.Json;

namespace Evolink.Simulation.Validation;

/// <summary>What holds by convention alone, without a keyword: in documents of the vendor's servers and in those that say so.</summary>
internal static class EvolinkConventions
{
    private static readonly HashSet<string> s_mediaWords = new(
        "image images img video videos audio audios voice voices music sound mask masks frame frames photo photos picture pictures media file files clip clips".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> s_callbackWords =
        new("callback webhook notify notification redirect return".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the document is of the vendor's servers, or says that it follows its conventions.</summary>
    public static bool ApplyTo(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object) return false;
        if (document.TryGetProperty("x-evolink-conventions", out JsonElement said) && said.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return said.ValueKind == JsonValueKind.True;

        return document.TryGetProperty("servers", out JsonElement servers) && servers.ValueKind == JsonValueKind.Array
            && servers.EnumerateArray().Any(static server => server.ValueKind == JsonValueKind.Object
                && server.TryGetProperty("url", out JsonElement url) && url.ValueKind == JsonValueKind.String
                && Uri.TryCreate(url.GetString(), UriKind.Absolute, out Uri? address)
                && ("." + address.Host).EndsWith(".evolink.ai", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a member is the URL that the service calls when a task ends.</summary>
    public static bool IsCallbackUrl(string name) => name == "callback_url";

    /// <summary>Whether a URL is that of a file which the service fetches.</summary>
    public static bool IsMediaUrl(string name)
    {
        string[] words = name.Split('_', '-');
        return !words.Any(s_callbackWords.Contains)
            && (words.Any(s_mediaWords.Contains) || (words.Length > 1 && words[^1].ToUpperInvariant() is "URL" or "URLS"));
    }
}
