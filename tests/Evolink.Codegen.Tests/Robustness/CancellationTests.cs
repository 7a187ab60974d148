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
    private static readonly CancellationToken s_cancelled = new(canceled: true);
    private static readonly string s_text = LargeSpec.Operations(50);
    private static readonly SpecDocument s_document = SpecReader.Read(File, s_text, default);
    private static readonly SpecModel s_model = SpecModeler.Model(s_document, default).Model;
    private static readonly List<(string, TypeModel)> s_types = [.. s_model.Types.Select(type => (File, type))];

    private static readonly Dictionary<string, Action> s_byName = new()
    {
        ["YAML to tree"] = () => SpecTree.Parse(File, s_text, [], s_cancelled),
        ["JSON to tree"] = () => SpecTree.Parse("large.json", s_document.Root!.ToJsonNode()!.ToJsonString(), [], s_cancelled),
        ["normalising"] = () => new Normaliser(File, [], s_cancelled).Document(s_document.Root!),
        ["places"] = () => _ = new ObjectRoles(s_document.Root!, s_cancelled),
        ["references"] = () => new ReferenceChecker(File, s_document.Root!, new ObjectRoles(s_document.Root!, default), [], s_cancelled).Check(),
        ["Microsoft.OpenApi"] = () => OpenApiChecker.Check(File, s_document.Root!, new ObjectRoles(s_document.Root!, default), [], s_cancelled),
        ["reading"] = () => SpecReader.Read(File, s_text, s_cancelled),
        ["operations"] = () => Operations(default, s_cancelled),
        ["types"] = () => Operations(s_cancelled, default).Build(),
        ["constraints"] = () => Constraints(s_cancelled),
        ["modelling"] = () => SpecModeler.Model(s_document, s_cancelled),
        ["a file"] = () => SpecResult.Create(new SpecFile(File, s_text), s_cancelled),
        ["merging of responses"] = () => _ = new ResponseMerger(s_types, s_cancelled),
        ["merging of operations"] = () => OperationMerger.Merge([s_model], new ResponseMerger(s_types, default), s_cancelled),
        ["client"] = () => ClientBuilder.Build([s_model], new ClientOptions("Evolink", "EvolinkClient"), s_cancelled),
    };

    public static TheoryData<string> Stages => [.. s_byName.Keys];

    [Theory]
    [MemberData(nameof(Stages))]
    public void AStage_EndsWithCancellation(string stage) => Assert.ThrowsAny<OperationCanceledException>(s_byName[stage]);

    [Fact]
    public void TheClient_EndsWithCancellation_ThoughItsInputWasThere()
    {
        using var source = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => ClientBuilder.Build(ThenCancel(), new ClientOptions("Evolink", "EvolinkClient"), source.Token));

        IEnumerable<SpecModel> ThenCancel()
        {
            yield return s_model;
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
        (string, string)[] specs = [("a.yaml", s_text), ("b.yaml", s_text), ("c.yaml", s_text)];
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
        Assert.NotEmpty(new OperationBuilder(s_document, "", requests, responses, diagnostics).Build(operations).ToList());
        return requests;
    }
}
