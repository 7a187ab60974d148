using Evolink.Architecture;

namespace Evolink.Jobs.Tests.Architecture;

/// <summary>The folders of the jobs have an order in which none names a later one: what decides stands below what acts.</summary>
public sealed class FolderOrderTests
{
    private const string Project = "runtime/Evolink.Jobs";

    // From the ground up.
    private static readonly string[] s_folders = ["Model", "Diagnostics", "Core", "Requests", "Stores", "Sinks", "Limits", "Running", "Client", "Health", "DependencyInjection"];

    private static readonly string s_assembly = typeof(IGenerationJobs).Assembly.Location;

    [Fact]
    public void NoFolderNamesALaterOne() => Assert.Empty(new FolderOrder(Project, s_folders).FindWrongArrows(s_assembly));
}
