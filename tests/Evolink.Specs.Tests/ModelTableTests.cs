using System.Globalization;
using System.Text;
using Evolink.Tests.Support;
using Evolink.Tool.Catalogue;

namespace Evolink.Tests;

/// <summary><c>specs/MODELS.md</c>, for whoever looks for a model: one row each, as the specs say.</summary>
public sealed class ModelTableTests
{
    private static readonly string s_path = Path.Combine(Repository.Specs, "MODELS.md");

    [Fact]
    public void TheTable_IsThatOfTheSpecs()
    {
        string table = Write();
        if (Environment.GetEnvironmentVariable("EVOLINK_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(s_path, table);
        }

        Assert.Equal(table, File.Exists(s_path) ? File.ReadAllText(s_path).ReplaceLineEndings("\n") : "");
    }

    [Fact]
    public void EverySpecThatCreatesTasks_HasARow() => Assert.Equal(
        SpecFiles.Operations.SelectMany(static operation => operation.Models).Order(StringComparer.Ordinal),
        EvolinkModels.All.Select(static model => model.Id));

    private static string Write()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Models

            {EvolinkModels.All.Count} models, each with the specification that it is made from and the vendor's page. "Takes" is what a request may hold beside its
            settings. `EvolinkModels` has the same as data: [find a model](../docs/find-a-model.md). `tests/Evolink.Specs.Tests` writes this file
            from the specifications, and fails where it is older than they are.

            """);
        foreach (IGrouping<ModelKind, ModelInfo> kind in EvolinkModels.All.GroupBy(static model => model.Kind).OrderBy(static kind => kind.Key.ToString(), StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {kind.Key}\n\n| model | | takes | |\n|---|---|---|---|\n");
            foreach (ModelInfo model in kind)
            {
                text.Append(CultureInfo.InvariantCulture, $"| [`{model.Id}`]({PathOf(model)}) | {model.Title.Replace("|", "\\|", StringComparison.Ordinal)} | {string.Join(", ", ModelInputs.Find(model))} | [page]({model.DocsUrl}) |\n");
            }
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string PathOf(ModelInfo model) => Path.GetRelativePath(
        Repository.Specs, Repository.FilesOf("specs").Single(file => Path.GetFileName(file) == model.Id + ".yaml")).Replace('\\', '/');
}
