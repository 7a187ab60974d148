namespace Evolink.Codegen.Tests.Support;

/// <summary>One request as the server saw it.</summary>
internal sealed record Sent(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    /// <summary>Path and query, escaped as they were sent.</summary>
    public string Target => Uri.PathAndQuery;

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
