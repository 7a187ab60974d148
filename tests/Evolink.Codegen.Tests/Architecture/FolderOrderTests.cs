using Evolink.Architecture;

namespace Evolink.Codegen.Tests.Architecture;

/// <summary>The generator is a staircase: read from top to bottom, its folders are the path of a specification, and none names a later one.</summary>
public sealed class FolderOrderTests
{
    private const string Project = "generator/Evolink.Codegen";

    // From the ground up. The generator itself lies in the project's own folder and names them all.
    private static readonly string[] s_folders =
    [
        "Collections", "Numbers", "Diagnostics", "Patterns", "Parsing", "TaskFamilies", "OpenApi", "Schemas", "Naming", "Types", "Constraints", "Operations", "Models",
        "Client", "Emitting", ".",
    ];

    private static readonly string s_assembly = typeof(EvolinkClientGenerator).Assembly.Location;

    [Fact]
    public void NoFolderNamesALaterOne() => Assert.Empty(new FolderOrder(Project, s_folders).FindWrongArrows(s_assembly));

    [Theory]
    [InlineData("Schemas", "Types: Evolink.Codegen.Types.TypeDraft → Schemas: Evolink.Codegen.Schemas.SchemaView")]
    [InlineData("Constraints", "Models: Evolink.Codegen.Models.TypeModeler → Constraints: Evolink.Codegen.Constraints.")]
    [InlineData("Models", "Client: Evolink.Codegen.Client.ClientBuilder → Models: Evolink.Codegen.Models.SpecModel")]
    public void AnArrowThatPointsUp_IsNamed(string folder, string arrow)
    {
        FolderOrder turned = new(Project, [.. s_folders.Except([folder]), folder]);

        Assert.Contains(turned.FindWrongArrows(s_assembly), found => found.StartsWith(arrow, StringComparison.Ordinal));
    }

    [Fact]
    public void ATypeHasTheNamespaceOfItsFolder_SoThatAUsingShowsAnArrow()
    {
        IEnumerable<string> elsewhere = new FolderOrder(Project, s_folders).ReadFolders(s_assembly)
            .Select(type => (Type: typeof(EvolinkClientGenerator).Assembly.GetType(type.Key, throwOnError: true)!, Folder: type.Value.Split('/')[0]))
            .Where(type => !$"{type.Type.Namespace}.".StartsWith(type.Folder == "." ? "Evolink.Codegen." : $"Evolink.Codegen.{type.Folder}.", StringComparison.Ordinal))
            .Select(type => $"{type.Type} in {type.Folder}");

        Assert.Empty(elsewhere);
    }
}
