namespace Evolink.Codegen.Client;

/// <summary>What a project sets: names, nothing else.</summary>
/// <param name="Namespace">The namespace of everything emitted.</param>
/// <param name="ClientName">The name of the client.</param>
internal sealed record ClientOptions(string Namespace, string ClientName)
{
    /// <summary>The client's name without <c>Client</c>: the stem of everything that stands beside it.</summary>
    public string Stem => ClientName.Length > "Client".Length && ClientName.EndsWith("Client", System.StringComparison.Ordinal)
        ? ClientName.Substring(0, ClientName.Length - "Client".Length)
        : ClientName;
}
