using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Evolink.Codegen.Parsing;
using Evolink.Tests.Support;

namespace Evolink.Tests.Examples;

/// <summary>Every example of every spec, through the generated types and the simulator.</summary>
public sealed class ExampleTests
{
    private static readonly Dictionary<string, (SpecBody Body, SpecNode Value)> s_examples = SpecBody.All
        .SelectMany(body => body.Examples, (body, example) => (example.Title, body, example.Value))
        .ToDictionary(row => row.Title, row => (row.body, row.Value));

    public static TheoryData<string> All => [.. s_examples.Keys];

    public static TheoryData<string> Requests => [.. s_examples.Where(example => example.Value.Body.IsRequest).Select(example => example.Key)];

    public static TheoryData<string> Files => [.. SpecFiles.All.Select(file => file.FileName)];

    [Theory]
    [MemberData(nameof(All))]
    public void AnExample_IsReadAndWrittenBackAsItWas(string title)
    {
        (SpecBody body, JsonElement json) = Example(title);
        Type type = Assert.IsAssignableFrom<Type>(GeneratedTypes.Find(body));

        Json.AssertSame(json, Json.Write(Json.Read(type, json)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void AnExample_IsValidInTheSimulator(string title)
    {
        (SpecBody body, JsonElement json) = Example(title);

        Assert.Empty(body.File.Validator.Evaluate(body.Media["schema"]!.Pointer, json));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void ARequestExample_IsValid(string title)
    {
        (SpecBody body, JsonElement json) = Example(title);
        IValidatable request = Assert.IsAssignableFrom<IValidatable>(Json.Read(GeneratedTypes.Find(body)!, json));

        bool isValid = ModelValidation.TryValidate(request, out IReadOnlyList<ValidationResult> results);

        Assert.Empty(results);
        Assert.True(isValid);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void ThePropertiesOfASpec_HaveExamplesThatTheirSchemasAllow(string file)
    {
        Simulation.SpecFile spec = SpecFiles.All.Single(spec => spec.FileName == file);

        foreach (SpecNode schema in spec.Root["components"]?["schemas"] is { } schemas ? WithExamples(schemas) : [])
            Assert.Empty(spec.Validator.Evaluate(schema.Pointer, Json.Element(schema["example"]!.ToJsonNode())));
    }

    [Fact]
    public void EverySpec_IsReadWithoutAProblem()
    {
        Assert.NotEmpty(SpecFiles.All);
        Assert.Empty(SpecFiles.Problems);
    }

    [Fact]
    public void EveryModelOfTheSpecs_HasARequestWithAnExample()
    {
        string[] models = [.. SpecFiles.Operations.SelectMany(operation => operation.Models)];
        string?[] shown = [.. s_examples.Values.Where(example => example.Body.IsRequest).Select(example => example.Value["model"]?.Text)];

        Assert.NotEmpty(models);
        Assert.Subset(shown.ToHashSet(), models.ToHashSet<string?>());
        Assert.Equal(models.Length, GeneratedTypes.Requests.Count);
    }

    private static (SpecBody Body, JsonElement Json) Example(string title) =>
        (s_examples[title].Body, Json.Element(s_examples[title].Value.ToJsonNode()));

    private static IEnumerable<SpecNode> WithExamples(SpecNode node)
    {
        IEnumerable<SpecNode> below = node.Members.Select(member => member.Value).Concat(node.Items).SelectMany(WithExamples);
        return node.Has("example") && node["type"]?.Kind is SpecNodeKind.String or SpecNodeKind.Array ? below.Prepend(node) : below;
    }
}
