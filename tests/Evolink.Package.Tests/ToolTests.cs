using System.Runtime.InteropServices;

namespace Evolink.Package.Tests;

/// <summary>The tool as a stranger installs it.</summary>
public sealed class ToolTests(PackedPackages packages)
{
    [Fact]
    public async Task TheTool_IsInstalledIntoAnEmptyFolder_AndGeneratesWithoutAKey()
    {
        string folder = Path.Combine(packages.Root, "a stranger");
        string tools = Path.Combine(folder, "tools");
        Directory.CreateDirectory(folder);
        (await Child.RunAsync(Child.DotNet, folder, packages.Environment, "tool", "install", "Evolink.Tool", "--version", packages.Version, "--tool-path", tools)).Succeeded().Says("evolink");

        (await RunAsync("models", "--kind", "video")).Succeeded().Says("kling-v3-motion-control");
        (await RunAsync("generate", "kling-v3-motion-control", "--simulate", "--example", "--download", "out")).Succeeded().Says("is done");
        Assert.True(new FileInfo(Assert.Single(Directory.EnumerateFiles(Path.Combine(folder, "out"), "*.mp4"))).Length > 0);

        Task<ChildOutput> RunAsync(params string[] arguments) => Child.RunAsync(Path.Combine(tools, "evolink"), folder, Environment(folder), arguments);
    }

    /// <summary>Nothing of this user's: no key and no jobs.</summary>
    private static Dictionary<string, string> Environment(string folder) => new()
    {
        ["EVOLINK_HOME"] = Path.Combine(folder, "home"),

        // The runtime that these tests run on is beside no program of a stranger's.
        ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
    };
}
