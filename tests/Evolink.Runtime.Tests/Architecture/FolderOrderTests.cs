using Evolink.Architecture;

namespace Evolink.Tests.Architecture;

/// <summary>The runtime has no circles: its folders have an order in which none names a later one.</summary>
public sealed class FolderOrderTests
{
    private const string Project = "runtime/Evolink.Runtime";

    // From the ground up. CONTRIBUTING.md says what each holds.
    private static readonly string[] s_folders =
    [
        "Patterns", "TaskFamilies", "Naming", "Parsing", "Text", "Files", "Json", "Contract", "Errors", "Validation", "Responses", "Diagnostics", "Configuration", "Http", "Retry", "Pipeline",
        "Requests", "Catalogue", "Tasks/Downloads", "Tasks/Polling", "Tasks", "Client", "DependencyInjection",
    ];

    private static readonly string s_assembly = typeof(EvolinkClientBase).Assembly.Location;

    [Fact]
    public void NoFolderNamesALaterOne() => Assert.Empty(new FolderOrder(Project, s_folders).FindWrongArrows(s_assembly));

    [Fact]
    public void AnArrowThatPointsUp_IsNamed()
    {
        FolderOrder turned = new(Project, [.. s_folders.Except(["Errors"]), "Errors"]);

        Assert.Contains(turned.FindWrongArrows(s_assembly), static arrow => arrow.StartsWith("Http: Evolink.Runtime.Http.Attempt → Errors: Evolink.", StringComparison.Ordinal));
    }

    [Fact]
    public void AFolderWithoutAPlace_IsNamed()
    {
        FolderOrder incomplete = new(Project, s_folders.Except(["Client"]));

        Assert.Equal(
            new[] { "EvolinkClientBase", "EvolinkTaskClientBase", "EvolinkTaskClientBase`1", "IGenerationClient" }.Select(static type => $"Evolink.{type} lies in Client, which has no place in the order"),
            incomplete.FindWrongArrows(s_assembly));
    }

    [Fact]
    public void InternalTypes_HaveTheNamespaceOfTheirFolder_SoThatAUsingShowsAnArrow()
    {
        IEnumerable<string> elsewhere = new FolderOrder(Project, s_folders).ReadFolders(s_assembly)
            .Where(type => type.Value is not ("Patterns" or "TaskFamilies" or "Naming" or "Parsing"))
            .Select(type => (Type: typeof(EvolinkClientBase).Assembly.GetType(type.Key, throwOnError: true)!, Folder: type.Value))
            .Where(type => type.Type.Namespace != (type.Type.IsPublic ? "Evolink" : "Evolink.Runtime." + type.Folder.Replace('/', '.')))
            .Select(type => $"{type.Type} in {type.Folder}");

        Assert.Empty(elsewhere);
    }
}
