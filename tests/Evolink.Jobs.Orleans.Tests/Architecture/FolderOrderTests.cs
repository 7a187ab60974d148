using Evolink.Architecture;

namespace Evolink.Jobs.Orleans.Tests.Architecture;

/// <summary>The folders of the cluster have an order in which none names a later one.</summary>
public sealed class FolderOrderTests
{
    private const string Project = "runtime/Evolink.Jobs.Orleans";

    private static readonly string[] s_folders = ["Diagnostics", "Limits", "Shards", "DependencyInjection"];

    [Fact]
    public void NoFolderNamesALaterOne() => Assert.Empty(new FolderOrder(Project, s_folders).FindWrongArrows(typeof(OrleansJobs).Assembly.Location));
}
