using Evolink.Codegen.Client;
using Evolink.Codegen.Models;
using Evolink.Codegen.Naming;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Client;

/// <summary>Equal input gives equal models, and what one spec gives does not hang on which others are there.</summary>
public sealed class StabilityTests
{
    private static readonly ClientOptions s_options = new("Evolink", "EvolinkClient");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Specs => [.. RealSpecs.All.Select(spec => spec.Path)];

    [Fact]
    public void EqualTexts_GiveEqualModels()
    {
        SpecModel[] first = [.. RealSpecs.All.Select(Model)], second = [.. RealSpecs.All.Select(Model)];

        Assert.Equal(first, second);
        Assert.Equal(ClientBuilder.Build(first, s_options, Token), ClientBuilder.Build(second, s_options, Token));
        Assert.Equal(first[0].GetHashCode(), second[0].GetHashCode());
    }

    [Fact]
    public void AChangedText_GivesAnUnequalModel() =>
        Assert.NotEqual(Model(RealSpecs.All[1]), Model((RealSpecs.All[1].Path, RealSpecs.All[1].Text.Replace("maxLength: 5000", "maxLength: 5001", StringComparison.Ordinal))));

    [Fact]
    public void TheOrderOfFiles_HasNoInfluence()
    {
        ClientModel forwards = ClientBuilder.Build(RealSpecs.All.Select(Model), s_options, Token);

        Assert.Equal(forwards, ClientBuilder.Build(RealSpecs.All.Reverse().Select(Model), s_options, Token));
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void ASpecThatGoes_ChangesNoOtherSpecsFiles(string gone)
    {
        SortedDictionary<string, string> all = GeneratorHarness.Run(RealSpecs.All).Files;
        SortedDictionary<string, string> rest = GeneratorHarness.Run(RealSpecs.All.Where(spec => spec.Path != gone)).Files;

        // Answers are merged, and the client's own files list what there is; what is a request's belongs to its spec.
        string[] prefixes = [.. RealSpecs.All.Where(spec => spec.Path != gone).Select(spec => Words.Identifier(SpecNames.FromFile(spec.Path), ""))];
        IEnumerable<string> changed = all.Keys.Union(rest.Keys).Where(file => all.GetValueOrDefault(file) != rest.GetValueOrDefault(file));
        Assert.NotEmpty(changed);

        // Without a query nothing is submitted: then each request loses its base, and nothing else.
        bool isQuery = gone.EndsWith("get-task-detail.yaml", StringComparison.Ordinal);
        if (isQuery) changed = changed.Where(file => !file.EndsWith("Request.g.cs", StringComparison.Ordinal));
        Assert.DoesNotContain(changed, file => prefixes.Any(prefix => file.StartsWith(prefix, StringComparison.Ordinal)));
    }

    private static SpecModel Model((string Path, string Text) spec) => SpecModeler.Model(SpecReader.Read(spec.Path, spec.Text, Token), Token).Model;
}
