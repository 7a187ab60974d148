namespace Evolink.Webhooks;

/// <summary>Where the host listens for callbacks, once it is mapped.</summary>
internal sealed class WebhookRoute
{
    /// <summary>Stands in the pattern for the token.</summary>
    public const string TokenParameter = "token";

    private const string Placeholder = "{" + TokenParameter + "}";

    /// <summary>The mapped pattern; null before <c>MapEvolinkWebhook</c>.</summary>
    public string? Pattern { get; private set; }

    /// <exception cref="ArgumentException">The pattern has no place for the token, or other parameters.</exception>
    /// <exception cref="InvalidOperationException">Another one is mapped.</exception>
    public void Map(string pattern)
    {
        string rest = pattern.Replace(Placeholder, "", StringComparison.Ordinal);
        if (rest.Length != pattern.Length - Placeholder.Length || rest.Contains('{', StringComparison.Ordinal))
        {
            throw new ArgumentException($"The pattern '{pattern}' must have {Placeholder} once, and no other parameter: for example \"/evolink/{Placeholder}\".", nameof(pattern));
        }

        if (Pattern is not null) throw new InvalidOperationException($"Callbacks are mapped to '{Pattern}' already, and there is one address for them in a host.");
        Pattern = pattern;
    }

    /// <exception cref="InvalidOperationException">Nothing is mapped.</exception>
    public string GetPath(string token) =>
        (Pattern ?? throw new InvalidOperationException("Nothing listens for callbacks yet: call app.MapEvolinkWebhook(\"/evolink/{token}\") before an address is made.")).Replace(Placeholder, token, StringComparison.Ordinal);
}
