using System.Globalization;
using System.Text;
using Evolink.Simulation;
using Evolink.Tests.Support;
using Evolink.Tool.Catalogue;

namespace Evolink.Tests;

/// <summary><c>specs/MODELS.md</c>, for whoever looks for a model: one row each, as the specs say.</summary>
public sealed class ModelTableTests
{
    private static readonly string s_path = Path.Combine(Repository.Specs, "MODELS.md");

    [Fact]
    public void TheTable_SaysNothingThatTheSpecsDoNot()
    {
        string table = Write();
        if (Environment.GetEnvironmentVariable("EVOLINK_UPDATE_SNAPSHOTS") == "1") File.WriteAllText(s_path, table);

        // A model is a YAML file and nothing else: one that was just added may lack its row, but no row may be wrong.
        string[] rows = Rows(File.ReadAllText(s_path).ReplaceLineEndings("\n"));
        Assert.NotEmpty(rows);
        Assert.Equal(rows, Rows(table).Where(rows.Contains));
    }

    [Fact]
    public void EverySpecThatCreatesTasks_HasARow() => Assert.Equal(
        SpecFiles.Operations.SelectMany(static operation => operation.Models).Order(StringComparer.Ordinal),
        EvolinkModels.All.Select(static model => model.Id));

    /// <summary>Its headings and its rows.</summary>
    private static string[] Rows(string table) => [.. table.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal) || line.StartsWith("| [", StringComparison.Ordinal))];

    private static string Write()
    {
        StringBuilder text = new();
        text.Append("""
            # Models

            Each model with the specification that it is made from and the vendor's page. "Takes" is what a request may hold beside its
            settings. `EvolinkModels` has the same as data: [find a model](../docs/find-a-model.md). `tests/Evolink.Specs.Tests` writes this file
            from the specifications with `EVOLINK_UPDATE_SNAPSHOTS=1`, and fails where a row says something else than they do.

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

    private static string PathOf(ModelInfo model)
    {
        string name = SpecFiles.All.Single(file => OperationReader.Read(file).Any(operation => operation.Models.Contains(model.Id))).FileName;
        return Path.GetRelativePath(Repository.Specs, Repository.FilesOf("specs").Single(file => Path.GetFileName(file) == name)).Replace('\\', '/');
    }
}
