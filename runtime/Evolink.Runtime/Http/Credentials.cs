using System.Text;

namespace Evolink.Runtime.Http;

/// <summary>Puts the key into messages as their operation takes it. What a header holds is put together once.</summary>
internal sealed class Credentials(ApiKeyScheme scheme, string key)
{
    private readonly string? _headerName = scheme.Location switch
    {
        ApiKeyLocation.Bearer or ApiKeyLocation.Basic => "Authorization",
        ApiKeyLocation.Header => scheme.KeyName,
        _ => null,
    };

    private readonly string _headerValue = scheme.Location switch
    {
        ApiKeyLocation.Bearer => "Bearer " + key,
        ApiKeyLocation.Basic => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(UserAndPassword(key))),
        _ => key,
    };

    /// <summary>Puts the key into a message, and the cookies of its call, the key's among them.</summary>
    /// <param name="message">The message.</param>
    /// <param name="mayHaveKey">Whether the key may be sent there.</param>
    /// <param name="cookies">The cookies, each <c>name=value</c>.</param>
    public void Apply(HttpRequestMessage message, bool mayHaveKey, IReadOnlyList<string> cookies)
    {
        bool hasKey = mayHaveKey && key.Length > 0;
        if (hasKey) ApplyKey(message);
        if (cookies.Count == 0 && scheme.Location != ApiKeyLocation.Cookie) return;
        string[] own = hasKey && scheme.Location == ApiKeyLocation.Cookie ? [$"{scheme.KeyName}={Uri.EscapeDataString(key)}"] : [];
        string all = string.Join("; ", [.. own, .. cookies]);
        if (all.Length > 0) message.Headers.TryAddWithoutValidation("Cookie", all);
    }

    private void ApplyKey(HttpRequestMessage message)
    {
        if (scheme.Location == ApiKeyLocation.Query) message.RequestUri = WithQuery(message.RequestUri!, scheme.KeyName, key);
        if (_headerName is null) return;
        message.Headers.Remove(_headerName);
        message.Headers.TryAddWithoutValidation(_headerName, _headerValue);
    }

    // A bare key is the user, and there is no password: so services take it that have keys and basic authentication.
    private static string UserAndPassword(string key) => key.Contains(':', StringComparison.Ordinal) ? key : key + ":";

    private static Uri WithQuery(Uri address, string name, string key)
    {
        string pair = Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(key);
        return new(address.GetLeftPart(UriPartial.Path) + (address.Query.Length > 1 ? address.Query + "&" : "?") + pair, UriKind.Absolute);
    }
}
