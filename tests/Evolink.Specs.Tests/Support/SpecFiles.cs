using Evolink.Simulation;

namespace Evolink.Tests.Support;

/// <summary>Every file of <c>specs/</c>, as the simulator reads it.</summary>
internal static class SpecFiles
{
    private static readonly List<string> s_problems = [];

    public static IReadOnlyList<SpecFile> All { get; } = SpecLibrary.Load(
        new SimulatorOptions { IncludeEmbeddedSpecs = false, SpecFolders = [Repository.Specs] }, s_problems, CancellationToken.None);

    /// <summary>What could not be read.</summary>
    public static IReadOnlyList<string> Problems => s_problems;

    public static IReadOnlyList<SpecOperation> Operations { get; } = [.. All.SelectMany(OperationReader.Read)];

    /// <summary>The operation that takes requests for a model.</summary>
    public static SpecOperation OperationOf(string model) => Operations.Single(operation => operation.Models.Contains(model));
}
