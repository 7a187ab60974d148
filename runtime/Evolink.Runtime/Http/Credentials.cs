using System.Net.Http.Headers;
using System.Text;

namespace Evolink.Runtime.Http;

/// <summary>Puts the key into a message, where its operation takes it.</summary>
internal static class Credentials
{
    /// <summary>Puts the key into a message, and the cookies of its call, the key's among them.</summary>
    /// <param name="message">The message.</param>
    /// <param name="scheme">How the key is sent.</param>
    /// <param name="key">The key; null where it must not be sent.</param>
    /// <param name="cookies">The cookies, each <c>name=value</c>.</param>
    public static void Apply(HttpRequestMessage message, ApiKeyScheme scheme, string? key, IReadOnlyList<string> cookies)
    {
        if (key is not null) ApplyKey(message, scheme, key);
        if (cookies.Count == 0 && scheme.Location != ApiKeyLocation.Cookie) return;
        string[] own = key is not null && scheme.Location == ApiKeyLocation.Cookie ? [$"{scheme.KeyName}={Uri.EscapeDataString(key)}"] : [];
        string all = string.Join("; ", [.. own, .. cookies]);
        if (all.Length > 0) message.Headers.TryAddWithoutValidation("Cookie", all);
    }

    private static void ApplyKey(HttpRequestMessage message, ApiKeyScheme scheme, string key)
    {
        switch (scheme.Location)
        {
            case ApiKeyLocation.Bearer:
                message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
                break;
            case ApiKeyLocation.Basic:
                message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(UserAndPassword(key))));
                break;
            case ApiKeyLocation.Header:
                message.Headers.Remove(scheme.KeyName);
                message.Headers.TryAddWithoutValidation(scheme.KeyName, key);
                break;
            case ApiKeyLocation.Query:
                message.RequestUri = WithQuery(message.RequestUri!, scheme.KeyName, key);
                break;
        }
    }

    // A bare key is the user, and there is no password: so services take it that have keys and basic authentication.
    private static string UserAndPassword(string key) => key.Contains(':', StringComparison.Ordinal) ? key : key + ":";

    private static Uri WithQuery(Uri address, string name, string key)
    {
        string pair = Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(key);
        return new(address.GetLeftPart(UriPartial.Path) + (address.Query.Length > 1 ? address.Query + "&" : "?") + pair, UriKind.Absolute);
    }
}
