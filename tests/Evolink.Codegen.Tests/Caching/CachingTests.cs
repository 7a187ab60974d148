using System.Collections.Immutable;
using Evolink.Codegen.Client;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Caching;

/// <summary>What an edit costs: only what depends on it is done again.</summary>
public sealed class CachingTests
{
    private static readonly ImmutableArray<AdditionalText> s_files = [.. RealSpecs.All.Select(SpecText.Read)];

    public static TheoryData<string> SpecPaths => SpecFiles.Paths;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void EveryStep_HasRunOnce_WithAnOutput()
    {
        GeneratorDriver driver = FirstRun();

        Assert.NotEmpty(RunReasons.Names);
        Assert.All(RunReasons.Names, name => Assert.NotEmpty(driver.Outputs(name)));
    }

    [Fact]
    public void RunningTwice_DoesNothing() =>
        FirstRun().RunGenerators(GeneratorHarness.Project(), Token).AssertNothingNew();

    [Theory]
    [MemberData(nameof(SpecPaths))]
    public void RunningTwice_OverAnySpec_DoesNothing(string path) =>
        GeneratorHarness.Driver([SpecText.Read(SpecFiles.At(path))]).RunGenerators(GeneratorHarness.Project(), Token)
            .ReplaceAdditionalTexts([SpecText.Read(SpecFiles.At(path))]).RunGenerators(GeneratorHarness.Project("class Edited;"), Token).AssertNothingNew();

    [Fact]
    public void RunningTwice_OverAllSpecsTogether_DoesNothing() =>
        GeneratorHarness.Driver(SpecFiles.All.Select(SpecText.Read)).RunGenerators(GeneratorHarness.Project(), Token)
            .ReplaceAdditionalTexts([.. SpecFiles.All.Select(SpecText.Read)]).RunGenerators(GeneratorHarness.Project("class Edited;"), Token).AssertNothingNew();

    [Fact]
    public void AnEditOfTheProjectsOwnCode_DoesNothing() =>
        FirstRun().RunGenerators(GeneratorHarness.Project("namespace Evolink { public sealed class VideosClient2; }"), Token).AssertNothingNew();

    [Fact]
    public void AFreshFileObjectWithTheSameText_IsNotReadAgain()
    {
        GeneratorDriver driver = FirstRun().ReplaceAdditionalTexts([.. RealSpecs.All.Select(SpecText.Read)])
            .RunGenerators(GeneratorHarness.Project(), Token);

        driver.AssertNothingNew();
        driver.AssertReasons(TrackingNames.Specs, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void ACommentOnTopOfASpec_ReadsItsSyntaxAgain_AndNothingElse()
    {
        GeneratorDriver driver = Edit("specs/kling-v3-motion-control.yaml", text => "# A comment.\n" + text);

        driver.AssertNothingNew(but: [TrackingNames.Files, TrackingNames.Parts]);
        driver.AssertReasons(TrackingNames.Specs, IncrementalStepRunReason.Cached);
        Assert.Single(driver.Outputs(TrackingNames.Files), output => output.Reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void AnEditOfOneSpec_WritesItsUnitsAlone()
    {
        GeneratorDriver driver = Edit("specs/kling-v3-motion-control.yaml", text => text.Replace("maxLength: 2500", "maxLength: 2600", StringComparison.Ordinal));

        Assert.Single(driver.Outputs(TrackingNames.Specs), output => output.Reason == IncrementalStepRunReason.Modified);
        Assert.Equal(["EvolinkModels.KlingV3MotionControl", "KlingV3MotionControlRequest"], Changed(driver));
        // Four other specs, read once: their texts were not looked at again.
        Assert.Equal(RealSpecs.All.Count - 1, driver.Outputs(TrackingNames.Specs).Count(output => output.Reason == IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void AnEditedUnit_IsWrittenAgain_AndTheOthersAreNot()
    {
        GeneratorDriver driver = Edit("specs/kling-v3-motion-control.yaml", text => text.Replace("maxLength: 2500", "maxLength: 2600", StringComparison.Ordinal));

        // The request, and its entry in the list of models.
        Assert.Equal(2, driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New));
    }

    [Fact]
    public void AnEditOfADescriptionInAnAnswer_WritesThatAnswerAlone()
    {
        GeneratorDriver driver = Edit("specs/get-task-detail.yaml", text => text.Replace("description: Task ID.", "description: The ID of the task.", StringComparison.Ordinal));

        Assert.Equal(["TaskDetailResponse"], Changed(driver));
    }

    [Fact]
    public void AnEditOfASharedFile_ReadsThoseThatReferToIt_AndNoOther()
    {
        AdditionalText shared = new SpecText("specs/common.yaml", "Size: {type: object, properties: {width: {type: integer}}}\n");
        AdditionalText refers = new SpecText("specs/refers.yaml", Refers());
        var options = new ProjectOptions(shared: ["specs/common.yaml"]);
        GeneratorDriver driver = GeneratorHarness.Driver([.. s_files, shared, refers], options).RunGenerators(GeneratorHarness.Project(), Token);

        driver = driver.ReplaceAdditionalText(shared, new SpecText("specs/common.yaml", "Size: {type: object, properties: {width: {type: integer}, height: {type: integer}}}\n"))
            .RunGenerators(GeneratorHarness.Project(), Token);

        Assert.Equal(["specs/refers.yaml"], Read(driver, IncrementalStepRunReason.Modified));
        Assert.Equal([.. s_files.Select(file => file.Path).Order(StringComparer.Ordinal)], Read(driver, IncrementalStepRunReason.Cached));
        Assert.Equal(["EvolinkModels.Refers", "RefersSize"], Changed(driver));
    }

    /// <summary>A model of the same service as the others, or its operation would be another.</summary>
    private static string Refers() => Yaml.Create("size: {$ref: 'common.yaml#/Size'}").Replace("https://api.example.com", "https://api.evolink.ai", StringComparison.Ordinal);

    [Fact]
    public void ACommentInASharedFile_ReadsThoseThatReferToIt_AndKeepsTheClient()
    {
        AdditionalText shared = new SpecText("specs/common.yaml", "Size: {type: object, properties: {width: {type: integer}}}\n");
        AdditionalText refers = new SpecText("specs/refers.yaml", Refers());
        GeneratorDriver driver = GeneratorHarness.Driver([.. s_files, shared, refers], new ProjectOptions(shared: ["specs/common.yaml"])).RunGenerators(GeneratorHarness.Project(), Token);

        driver.ReplaceAdditionalText(shared, new SpecText("specs/common.yaml", "# A comment.\nSize: {type: object, properties: {width: {type: integer}}}\n"))
            .RunGenerators(GeneratorHarness.Project(), Token).AssertNothingNew(but: [TrackingNames.Files, TrackingNames.Parts, TrackingNames.Sources, TrackingNames.Specs]);
    }

    [Fact]
    public void AMovedProblem_IsReportedAgain_AndKeepsTheClient()
    {
        string broken = RealSpecs.All[0].Text + "  wrong: [1]\n";
        string path = RealSpecs.All[0].Path;
        GeneratorDriver driver = GeneratorHarness.Driver([new SpecText(path, broken + "x-a: 1\nx-a: 2\n")]).RunGenerators(GeneratorHarness.Project(), Token);
        int line = Assert.Single(driver.GetRunResult().Diagnostics, diagnostic => diagnostic.Id == "EVO1004").Location.GetLineSpan().StartLinePosition.Line;

        driver = driver.ReplaceAdditionalTexts([new SpecText(path, "\n" + broken + "x-a: 1\nx-a: 2\n")]).RunGenerators(GeneratorHarness.Project(), Token);

        Assert.Equal(line + 1, Assert.Single(driver.GetRunResult().Diagnostics, diagnostic => diagnostic.Id == "EVO1004").Location.GetLineSpan().StartLinePosition.Line);
        driver.AssertReasons(TrackingNames.Units, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void AProblemInADocumentThatMoved_IsReportedAtItsNewPlace_AndTheDocumentIsNotModelledAgain()
    {
        AdditionalText file = new SpecText("specs/wrong.yaml", Yaml.Create("size: {type: integer, minimun: 1}")), other = s_files[0];
        GeneratorDriver driver = GeneratorHarness.Driver([file, other]).RunGenerators(GeneratorHarness.Project(), Token);
        int line = LineOf(driver, "EVO1070");

        for (int moved = 1; moved <= 2; moved++)
        {
            AdditionalText next = new SpecText(file.Path, "# A comment.\n" + file.GetText(Token));
            driver = driver.ReplaceAdditionalText(file, next).RunGenerators(GeneratorHarness.Project(), Token);
            file = next;

            Assert.Equal(line + moved, LineOf(driver, "EVO1070"));
            driver.AssertReasons(TrackingNames.Specs, IncrementalStepRunReason.Cached);
        }

        // An edit elsewhere leaves it where it is now.
        driver = driver.ReplaceAdditionalText(other, new SpecText(other.Path, "# A comment.\n" + other.GetText(Token))).RunGenerators(GeneratorHarness.Project(), Token);
        Assert.Equal(line + 2, LineOf(driver, "EVO1070"));
    }

    [Fact]
    public void AProblemThatComesAndGoes_IsReportedAndNoLonger()
    {
        AdditionalText right = new SpecText("specs/wrong.yaml", Yaml.Create("size: {type: integer, minimum: 1}"));
        // The second key is ignored, so that the document says the same.
        AdditionalText wrong = new SpecText(right.Path, right.GetText(Token) + "openapi: 3.1.0\n");
        GeneratorDriver driver = GeneratorHarness.Driver([right]).RunGenerators(GeneratorHarness.Project(), Token);
        Assert.DoesNotContain(driver.GetRunResult().Diagnostics, diagnostic => diagnostic.Id == "EVO1004");

        driver = driver.ReplaceAdditionalText(right, wrong).RunGenerators(GeneratorHarness.Project(), Token);
        Assert.Single(driver.GetRunResult().Diagnostics, diagnostic => diagnostic.Id == "EVO1004");

        driver = driver.ReplaceAdditionalText(wrong, right).RunGenerators(GeneratorHarness.Project(), Token);
        Assert.DoesNotContain(driver.GetRunResult().Diagnostics, diagnostic => diagnostic.Id == "EVO1004");
        driver.AssertReasons(TrackingNames.Units, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void AChangedOption_ReadsNoSpecAgain()
    {
        GeneratorDriver driver = FirstRun().WithUpdatedAnalyzerConfigOptions(new ProjectOptions(ns: "Acme")).RunGenerators(GeneratorHarness.Project(), Token);

        driver.AssertReasons(TrackingNames.Specs, IncrementalStepRunReason.Cached);
        driver.AssertReasons(TrackingNames.Models, IncrementalStepRunReason.Cached);
        Assert.All(driver.Outputs(TrackingNames.Units), output => Assert.Equal(IncrementalStepRunReason.Modified, output.Reason));
    }

    [Fact]
    public void AFileThatIsNoSpec_IsNotRead()
    {
        GeneratorDriver driver = FirstRun().AddAdditionalTexts([new SpecText("notes.txt", "openapi: 3.1.0")]).RunGenerators(GeneratorHarness.Project(), Token);

        driver.AssertNothingNew();
        Assert.Equal(RealSpecs.All.Count, driver.Outputs(TrackingNames.Files).Count());
    }

    [Fact]
    public void ASpecNamedTwice_IsOneSpec()
    {
        Generation once = GeneratorHarness.Run(RealSpecs.All);
        Generation twice = GeneratorHarness.Run([.. RealSpecs.All, .. RealSpecs.All]).AssertNoException();

        Assert.Equal(once.Files, twice.Files);
    }

    private static int LineOf(GeneratorDriver driver, string id) =>
        Assert.Single(driver.GetRunResult().Diagnostics, diagnostic => diagnostic.Id == id).Location.GetLineSpan().StartLinePosition.Line;

    private static GeneratorDriver FirstRun() => GeneratorHarness.Driver(s_files).RunGenerators(GeneratorHarness.Project(), Token);

    private static GeneratorDriver Edit(string path, Func<string, string> edit)
    {
        AdditionalText old = s_files.Single(file => file.Path == path);
        string text = old.GetText(Token)!.ToString(), edited = edit(text);
        Assert.NotEqual(text, edited);
        return FirstRun().ReplaceAdditionalText(old, new SpecText(path, edited)).RunGenerators(GeneratorHarness.Project(), Token);
    }

    private static IEnumerable<string> Read(GeneratorDriver driver, IncrementalStepRunReason reason) => driver.Outputs(TrackingNames.Specs)
        .Where(output => output.Reason == reason).Select(output => ((SpecResult)output.Value).Model.File).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Changed(GeneratorDriver driver) => driver.Outputs(TrackingNames.Units)
        .Where(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
        .Select(output => ((UnitModel)output.Value).Name);
}
