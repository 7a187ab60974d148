namespace Evolink.Codegen.Operations;

/// <summary>How an operation takes the key.</summary>
/// <param name="Location">Where it goes, by the runtime's name for it.</param>
/// <param name="Name">The header, query parameter or cookie; empty where the location needs none.</param>
/// <param name="IsDeclared">Whether the specification says so, rather than saying nothing.</param>
internal sealed record KeySpec(KeyLocation Location, string Name = "", bool IsDeclared = true)
{
    /// <summary>The document says nothing about security: a key is sent where there is one, and none is demanded.</summary>
    public static readonly KeySpec Undeclared = new(KeyLocation.Bearer, IsDeclared: false);

    public static readonly KeySpec None = new(KeyLocation.None);

    public static readonly KeySpec Bearer = new(KeyLocation.Bearer);
}

/// <summary>One of several ways in which an operation takes the key.</summary>
/// <param name="Scheme">The security scheme's name.</param>
internal sealed record KeyChoice(string Scheme, KeySpec Key);

internal enum KeyLocation
{
    Bearer,
    Basic,
    Header,
    Query,
    Cookie,
    None,
}
