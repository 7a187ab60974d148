// What the generator makes of the print shop's document, held against files beside this one. With another generator, or another
// document, the difference is a diff to read. EVOLINK_UPDATE_SNAPSHOTS=1 accepts it.

using Evolink.Codegen.Testing;
using Xunit;

namespace SpecTests;

public sealed class PrintTests
{
    private const string Document = "../OwnSpec/specs/prints.yaml";

    private static readonly GeneratorRun s_run = SpecGenerator.Run(
        new SpecGeneratorOptions { Namespace = "Prints", ClientName = "PrintClient" },
        SpecSource.FromFile(Document));

    [Fact]
    public void TheDocument_IsFlawless_AndItsClientCompiles()
    {
        Assert.Empty(s_run.Diagnostics);
        Assert.Empty(s_run.CompilationErrors);
    }

    [Fact]
    public void TheRequest_IsAsItWasVerified() => s_run.MatchSnapshots("Snapshots", static file => file.EndsWith("Request.g.cs", StringComparison.Ordinal));

    [Fact]
    public void ASecondRun_DoesNothingAgain()
    {
        EditedRun again = s_run.RunAgain();
        Assert.True(again.IsUnchanged, again.ToString());
    }

    [Fact]
    public void AnEditOfALimit_WritesTheRequest_AndItsEntryInTheListOfModels()
    {
        EditedRun edited = s_run.Edit(Document, static text => text.Replace("maximum: 100", "maximum: 50", StringComparison.Ordinal));
        Assert.Equal(["PrintModels.Prints.g.cs", "PrintsRequest.g.cs"], edited.WrittenSources);
    }
}
