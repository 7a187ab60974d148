[assembly: AssemblyFixture(typeof(Evolink.Package.Tests.PackedPackages))]

namespace Evolink.Package.Tests;

/// <summary>
/// All packages, packed once into a feed of their own under a version of their own. Outputs and intermediate files are in the
/// temporary folder too, so that a build of the repository at the same time is not disturbed.
/// </summary>
public sealed class PackedPackages : IAsyncLifetime
{
    public static IReadOnlyList<string> Ids { get; } =
    [
        "Evolink", "Evolink.AI", "Evolink.AspNetCore", "Evolink.Codegen", "Evolink.Codegen.Testing", "Evolink.Jobs", "Evolink.Jobs.Orleans", "Evolink.Jobs.PostgreSql", "Evolink.Media", "Evolink.Runtime", "Evolink.Simulator",
    ];

    /// <summary>Above every version that a registry could have, so that <c>dotnet add package</c> takes these.</summary>
    public string Version { get; } = "9999.0.0";

    public string Root { get; } = Directory.CreateTempSubdirectory("evolink-packages-").FullName;

    /// <summary>What consumers find in their environment: a package cache of their own, empty at first.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(Root, "cache") };

    /// <summary>The folder that consumers restore from.</summary>
    public string Feed => Path.Combine(Root, "artifacts", "package", "release");

    public string PathOf(string id, string extension = "nupkg") => Path.Combine(Feed, $"{id}.{Version}.{extension}");

    public async ValueTask InitializeAsync()
    {
        (await BuildAsync("pack", Path.Combine(Repository.Root, "Packages.slnf"))).SucceededWithoutAWarning();

        // The machine's own sources stay; the feed is added to them.
        File.WriteAllText(Path.Combine(Root, "nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
            </configuration>
            """);

        // Whatever lies above the temporary folder is not a consumer's.
        File.WriteAllText(Path.Combine(Root, "Directory.Build.props"),
            $"""
            <Project>
              <PropertyGroup>
                <EvolinkVersion>{Version}</EvolinkVersion>
              </PropertyGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(Root, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(Root, "Directory.Packages.props"), "<Project />");
    }

    /// <summary>Runs a command of the SDK that builds projects of the repository: what one command has built, the next one takes.</summary>
    internal Task<ChildOutput> BuildAsync(string command, string project, params string[] arguments) => Child.RunAsync(Child.DotNet, Repository.Tests, [],
        [command, project, "-c", "Release", "--artifacts-path", Path.Combine(Root, "artifacts"), $"-p:Version={Version}", "-p:ContinuousIntegrationBuild=true",
            // What is packed was analysed when it was built.
            "-p:RunAnalyzers=false", "--disable-build-servers", "-nodeReuse:false", .. arguments]);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return ValueTask.CompletedTask;
    }
}
