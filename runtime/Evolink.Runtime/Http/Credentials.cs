using System.Net.Http.Headers;
using System.Text;

namespace Evolink.Runtime.Http;

/// <summary>Puts the key into a message, where its operation takes it.</summary>
internal static class Credentials
{
    public static void Apply(HttpRequestMessage message, ApiKeyScheme scheme, string key)
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

    /// <summary>The cookies of a call as one header, with the key's where it goes there; empty for none.</summary>
    public static string Cookies(ApiCall call, ApiKeyScheme scheme, string? key)
    {
        string cookies = string.Join("; ", call.Cookies);
        if (key is null || scheme.Location != ApiKeyLocation.Cookie) return cookies;
        return $"{scheme.KeyName}={Uri.EscapeDataString(key)}{(cookies.Length > 0 ? "; " : "")}{cookies}";
    }

    // A bare key is the user, and there is no password: so services take it that have keys and basic authentication.
    private static string UserAndPassword(string key) => key.Contains(':', StringComparison.Ordinal) ? key : key + ":";

    private static Uri WithQuery(Uri address, string name, string key)
    {
        string pair = Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(key);
        return new(address.GetLeftPart(UriPartial.Path) + (address.Query.Length > 1 ? address.Query + "&" : "?") + pair, UriKind.Absolute);
    }
}
