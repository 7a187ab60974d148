namespace Evolink.Codegen.Testing;

/// <summary>The MSBuild properties that a project sets for the generator.</summary>
public sealed record SpecGeneratorOptions
{
    /// <summary><c>EvolinkNamespace</c>: the namespace of everything generated.</summary>
    /// <value>The default is null: <see cref="RootNamespace"/>, or <c>Evolink</c>.</value>
    public string? Namespace { get; init; }

    /// <summary><c>EvolinkClientName</c>: the name of the client.</summary>
    /// <value>The default is null: <c>EvolinkClient</c>.</value>
    public string? ClientName { get; init; }

    /// <summary><c>RootNamespace</c>, which every project has.</summary>
    /// <value>The default is null.</value>
    public string? RootNamespace { get; init; }
}
