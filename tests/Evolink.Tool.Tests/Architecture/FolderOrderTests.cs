using Evolink.Architecture;

namespace Evolink.Tool.Tests.Architecture;

/// <summary>The folders of the tool have an order in which none names a later one: what the terminal, the agents and the browser share stands below them.</summary>
public sealed class FolderOrderTests
{
    private const string Project = "tools/Evolink.Tool";

    // From the ground up; the first three are the simulator's host. The program itself lies in the project's own folder.
    private static readonly string[] s_folders =
    [
        "Text", "Failures", "Evolink.Simulator.Host", "Output", "Cli", "Loopback", "Connections", "Costs", "Catalogue", "Sessions", "Uploads", "Requests", "Following", "Mcp",
        "Studio/Forms", "Studio/Checks", "Studio/Jobs", "Studio/Endpoints", "Studio", "Commands", ".",
    ];

    private static readonly string s_assembly = typeof(ToolProgram).Assembly.Location;

    [Fact]
    public void NoFolderNamesALaterOne() => Assert.Empty(new FolderOrder(Project, s_folders).FindWrongArrows(s_assembly));

    [Theory]
    [InlineData("Cli", "Costs: Evolink.Tool.Costs.CreditCap → Cli: Evolink.Tool.Cli.ToolException")]
    [InlineData("Connections", "Costs: Evolink.Tool.Costs.PriceBook → Connections: Evolink.Tool.Connections.")]
    [InlineData("Requests", "Commands: Evolink.Tool.Commands.RequestInput → Requests: Evolink.Tool.Requests.")]
    public void AnArrowThatPointsUp_IsNamed(string folder, string arrow)
    {
        FolderOrder turned = new(Project, [.. s_folders.Except([folder]), folder]);

        Assert.Contains(turned.FindWrongArrows(s_assembly), found => found.StartsWith(arrow, StringComparison.Ordinal));
    }

    [Fact]
    public void ATypeHasTheNamespaceOfItsFolder_SoThatAUsingShowsAnArrow()
    {
        IEnumerable<string> elsewhere = new FolderOrder(Project, s_folders).ReadFolders(s_assembly)
            .Where(static type => type.Key.StartsWith("Evolink.Tool.", StringComparison.Ordinal))
            .Where(static type => type.Key[..type.Key.LastIndexOf('.')] != (type.Value == "." ? "Evolink.Tool" : $"Evolink.Tool.{type.Value.Replace('/', '.')}"))
            .Select(static type => $"{type.Key} in {type.Value}");

        Assert.Empty(elsewhere);
    }
}
