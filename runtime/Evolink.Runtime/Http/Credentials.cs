using System.Net.Http.Headers;
using System.Text;

namespace Evolink.Runtime.Http;

/// <summary>Puts the key into a message, where its operation takes it.</summary>
internal static class Credentials
{
    public static void Apply(HttpRequestMessage message, ApiOperation operation, string key)
    {
        switch (operation.KeyLocation)
        {
            case ApiKeyLocation.Bearer:
                message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
                break;
            case ApiKeyLocation.Basic:
                message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key)));
                break;
            case ApiKeyLocation.Header:
                message.Headers.Remove(operation.KeyName);
                message.Headers.TryAddWithoutValidation(operation.KeyName, key);
                break;
            case ApiKeyLocation.Query:
                message.RequestUri = WithQuery(message.RequestUri!, operation.KeyName, key);
                break;
        }
    }

    /// <summary>The cookies of a call as one header, with the key's where it goes there; empty for none.</summary>
    public static string Cookies(ApiCall call, string? key)
    {
        string cookies = string.Join("; ", call.Cookies);
        if (key is null || call.Operation.KeyLocation != ApiKeyLocation.Cookie) return cookies;
        return $"{call.Operation.KeyName}={Uri.EscapeDataString(key)}{(cookies.Length > 0 ? "; " : "")}{cookies}";
    }

    private static Uri WithQuery(Uri address, string name, string key)
    {
        string pair = Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(key);
        return new(address.GetLeftPart(UriPartial.Path) + (address.Query.Length > 1 ? address.Query + "&" : "?") + pair, UriKind.Absolute);
    }
}
