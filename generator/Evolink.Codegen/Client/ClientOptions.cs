namespace Evolink.Codegen.Client;

/// <summary>What a project can set: names.</summary>
/// <param name="Namespace">The namespace of everything emitted.</param>
/// <param name="ClientName">The name of the client.</param>
internal sealed record ClientOptions(string Namespace, string ClientName)
{
    /// <summary>The client's name without <c>Client</c>: the names of all its other types begin with it.</summary>
    public string Stem => ClientName.Length > "Client".Length && ClientName.EndsWith("Client", System.StringComparison.Ordinal)
        ? ClientName.Substring(0, ClientName.Length - "Client".Length)
        : ClientName;

    /// <summary>What the client's environment variables begin with: <c>PRINT</c> of a PrintClient.</summary>
    public string EnvironmentPrefix => Stem.ToUpperInvariant();
}
