namespace Evolink.Simulation;

/// <summary>A method and path, who answers it, and the operation whose documented errors it gives.</summary>
internal sealed record Route(string Method, PathTemplate Path, IEndpoint Endpoint, SpecOperation? Operation)
{
    /// <summary>Whether a request needs the key.</summary>
    public bool NeedsKey { get; init; } = true;
}
