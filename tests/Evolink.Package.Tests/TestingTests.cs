namespace Evolink.Package.Tests;

/// <summary>A stranger's tests of the code that is generated from a document of theirs.</summary>
public sealed class TestingTests(PackedPackages packages)
{
    [Fact]
    public async Task ASnapshot_IsMissing_Accepted_TheSame_AndDifferent_InAnyTestFramework()
    {
        Consumer consumer = new(packages, "SpecTests");
        consumer.Add(Path.Combine(Repository.Tests, "Consumers", "OwnSpec", "specs"), "paint.yaml", "specs");
        (await consumer.BuildAsync()).SucceededWithoutAWarning();

        ChildOutput first = (await consumer.RunAsync()).Succeeded();
        first.Says("diagnostics: 0, problems: \n");
        first.Says("There is no PaintRequest.verified.cs.\n");
        first.Says("again: nothing\n");
        first.Says("edited: EvolinkModels.Paint.g.cs, PaintRequest.g.cs, PaintStyle.g.cs\n");
        Assert.True(File.Exists(consumer.PathOf("Snapshots/PaintRequest.received.cs")));

        (await consumer.RunAsync("-e", "EVOLINK_UPDATE_SNAPSHOTS=1")).Succeeded().Says("snapshots: the same\n");
        Assert.Empty(Directory.GetFiles(consumer.PathOf("Snapshots"), "*.received.cs"));
        (await consumer.RunAsync()).Succeeded().Says("snapshots: the same\n");

        consumer.Edit("specs/paint.yaml", "maxLength: 200", "maxLength: 300");
        consumer.Write("Snapshots/Sculpture.verified.cs", "");
        ChildOutput edited = (await consumer.RunAsync()).Succeeded();
        edited.Says("PaintRequest.received.cs differs from PaintRequest.verified.cs in line ");
        edited.Says("Sculpture.verified.cs is there, but nothing is emitted for it.\n");
    }
}
