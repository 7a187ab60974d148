namespace Evolink.Codegen.Client;

/// <summary>What a project can set: names.</summary>
/// <param name="Namespace">The namespace of everything emitted.</param>
/// <param name="ClientName">The name of the client.</param>
internal sealed record ClientOptions(string Namespace, string ClientName)
{
    /// <summary>The client's name where the project gives it none.</summary>
    public const string DefaultName = "EvolinkClient";

    /// <summary>Whether the project gives the client its name.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The client's name without <c>Client</c>: the names of all its other types begin with it.</summary>
    public string Stem => StemOf(ClientName);

    /// <summary>What the client's environment variables begin with: <c>PRINT</c> of a PrintClient.</summary>
    public string EnvironmentPrefix => Stem.ToUpperInvariant();

    public static string StemOf(string clientName) => clientName.Length > "Client".Length && clientName.EndsWith("Client", System.StringComparison.Ordinal)
        ? clientName.Substring(0, clientName.Length - "Client".Length)
        : clientName;
}
