using Evolink.Codegen.Client;
using Evolink.Codegen.Client.Merging;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Models;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Tests.Support;
using Evolink.Codegen.Types;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Robustness;

/// <summary>
/// An editor cancels at every key. Each stage over a large document sees that and ends as .NET expects, with nothing
/// caught on the way, nothing reported and nothing broken for the next run.
/// </summary>
public sealed class CancellationTests
{
    private const string File = "large.yaml";
    private static readonly CancellationToken Cancelled = new(canceled: true);
    private static readonly string Text = LargeSpec.Operations(50);
    private static readonly SpecDocument Document = SpecReader.Read(File, Text, default);
    private static readonly SpecModel Model = SpecModeler.Model(Document, default).Model;
    private static readonly List<(string, TypeModel)> Types = [.. Model.Types.Select(type => (File, type))];

    private static readonly Dictionary<string, Action> ByName = new()
    {
        ["YAML to tree"] = () => SpecTree.Parse(File, Text, [], Cancelled),
        ["JSON to tree"] = () => SpecTree.Parse("large.json", Document.Root!.ToJsonNode()!.ToJsonString(), [], Cancelled),
        ["normalising"] = () => new Normaliser(File, [], Cancelled).Document(Document.Root!),
        ["places"] = () => _ = new ObjectRoles(Document.Root!, Cancelled),
        ["references"] = () => new ReferenceChecker(File, Document.Root!, new ObjectRoles(Document.Root!, default), [], Cancelled).Check(),
        ["Microsoft.OpenApi"] = () => OpenApiChecker.Check(File, Document.Root!, new ObjectRoles(Document.Root!, default), [], Cancelled),
        ["reading"] = () => SpecReader.Read(File, Text, Cancelled),
        ["operations"] = () => Operations(default, Cancelled),
        ["types"] = () => Operations(Cancelled, default).Build(),
        ["constraints"] = () => Constraints(Cancelled),
        ["modelling"] = () => SpecModeler.Model(Document, Cancelled),
        ["a file"] = () => SpecResult.Create(new SpecFile(File, Text), Cancelled),
        ["merging of responses"] = () => _ = new ResponseMerger(Types, Cancelled),
        ["merging of operations"] = () => OperationMerger.Merge([Model], new ResponseMerger(Types, default), Cancelled),
        ["client"] = () => ClientBuilder.Build([Model], new ClientOptions("Evolink", "EvolinkClient"), Cancelled),
    };

    public static TheoryData<string> Stages => [.. ByName.Keys];

    [Theory]
    [MemberData(nameof(Stages))]
    public void AStage_EndsWithCancellation(string stage) => Assert.ThrowsAny<OperationCanceledException>(ByName[stage]);

    [Fact]
    public void TheClient_EndsWithCancellation_ThoughItsInputWasThere()
    {
        using var source = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => ClientBuilder.Build(ThenCancel(), new ClientOptions("Evolink", "EvolinkClient"), source.Token));

        IEnumerable<SpecModel> ThenCancel()
        {
            yield return Model;
            source.Cancel();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void ARunThatIsCancelledAtAnyFile_ReportsNothing_AndTheNextRunIsWhole(int cancelAt)
    {
        using var source = new CancellationTokenSource();
        int read = 0;
        (string, string)[] specs = [("a.yaml", Text), ("b.yaml", Text), ("c.yaml", Text)];
        GeneratorDriver driver = GeneratorHarness.Driver(specs.Select(spec => new SpecText(spec.Item1, spec.Item2, onRead: () =>
        {
            if (read++ == cancelAt) source.Cancel();
        })));

        Assert.ThrowsAny<OperationCanceledException>(() => driver.RunGenerators(GeneratorHarness.Project(), source.Token));
        var next = new Generation(driver.RunGenerators(GeneratorHarness.Project(), TestContext.Current.CancellationToken).GetRunResult());

        Generation whole = GeneratorHarness.Run(specs);
        Assert.Equal(whole.Files, next.AssertNoException().Files);
        Assert.Equal(whole.Diagnostics.Select(diagnostic => diagnostic.ToString()), next.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    private static void Constraints(CancellationToken constraints)
    {
        SpecDocument document = SpecReader.Read(File, Yaml.Thing("type: object\nproperties: {a: {type: string}}\nanyOf: [{required: [a]}, {minProperties: 2}]"), default);
        var diagnostics = new SpecDiagnostics(File);
        var requests = new TypeBuilder(TypeScope.ForRequests(File, ""), diagnostics, default);
        var responses = new TypeBuilder(TypeScope.ForResponses(File), diagnostics, default);
        Assert.NotEmpty(new OperationBuilder(document, "", requests, responses, diagnostics).Build(default).ToList());
        Dictionary<TypeId, TypeDraft> types = requests.Build().ToDictionary(type => type.Id);
        _ = new RequestConstraints(types, diagnostics, isEvolink: false, constraints);
    }

    private static TypeBuilder Operations(CancellationToken types, CancellationToken operations)
    {
        var diagnostics = new SpecDiagnostics(File);
        var requests = new TypeBuilder(TypeScope.ForRequests(File, ""), diagnostics, types);
        var responses = new TypeBuilder(TypeScope.ForResponses(File), diagnostics, default);
        Assert.NotEmpty(new OperationBuilder(Document, "", requests, responses, diagnostics).Build(operations).ToList());
        return requests;
    }
}
