using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Discriminator;

/// <summary>A record has one base: of two discriminators over one schema the first has it, and the second is a union.</summary>
public sealed class SharedCaseTests
{
    private const string Several = "Discriminator/task-of-several-kinds.yaml";

    private static Consumer Shared => Consumer.OfFile("Discriminator/shared-cases.yaml", """
        public static async Task<string?> Latest(EvolinkClient client) => await client.Items.LatestAsync() is Picture picture ? picture.Url!.Host : null;

        public static async Task<string?> Append(EvolinkClient client)
        {
            Entry entry = await client.Items.AppendAsync(new DemoText { Text = "t", Parent = new DemoPicture { Type = "Picture" } });
            return entry.AsText?.Text_ ?? entry.AsNote?.Remark;
        }
        """);

    private static Consumer Tasks => Consumer.OfFile(Several, """
        public static async Task<string> Submit(EvolinkClient client) => (await client.SubmitAsync(new Final { Size = 9 })).Id;
        public static async Task<string> Invalid(EvolinkClient client) => (await client.SubmitAsync(new Draft { Size = 9 })).Id;
        public static async Task<string> Scan(EvolinkClient client) => (await client.SubmitAsync(new Scan { Depth = 2 })).Id;
        public static async Task<string?> Repeat(EvolinkClient client) => (await client.Scans.RepeatScanAsync(new Scan { Depth = 2 })).Id;
        """);

    [Fact]
    public void NothingIsLost_SoNothingIsReported() => Shared.Generation.AssertNoDiagnostics();

    [Fact]
    public async Task TheFirstDiscriminator_GivesItsCase() =>
        Assert.Equal("example.com", (await Shared.RunAsync("Latest", () => Consumer.Json("""{"type":"Picture","url":"https://example.com/p"}"""))).Result);

    [Theory]
    [InlineData("""{"type":"text","text":"a"}""", "a")]
    [InlineData("""{"type":"note","remark":"b"}""", "b")]
    public async Task TheSecond_TellsItsObjectsApartByTheSameMember(string answer, string expected)
    {
        (object? result, IReadOnlyList<Sent> sent) = await Shared.RunAsync("Append", () => Consumer.Json(answer));
        Assert.Equal(expected, result);
        Assert.Equal("""{"type":"text","text":"t","parent":{"type":"Picture"}}""", Assert.Single(sent).Body);
    }

    [Fact]
    public async Task ACreateOfSeveralKinds_IsSubmittedAsAny_AndChecked()
    {
        (object? id, IReadOnlyList<Sent> sent) = await Tasks.RunAsync("Submit", () => Consumer.Json("""{"id":"1","status":"pending"}"""));
        Assert.Equal(("1", "/v1/renders", """{"mode":"final","size":9}"""), (id, Assert.Single(sent).Target, sent[0].Body));
        await Assert.ThrowsAsync<EvolinkValidationException>(() => Tasks.RunAsync("Invalid"));
    }

    [Fact]
    public async Task OfTwoCreatesWithOneRequest_TheFirstIsSubmitted_AndTheOtherIsAnOperation()
    {
        Assert.Equal("/v1/scans", (await Tasks.SendAsync("Scan", () => Consumer.Json("""{"id":"1","status":"pending"}"""))).Target);
        Assert.Equal("/v1/scans/again", (await Tasks.SendAsync("Repeat", () => Consumer.Json("""{"id":"1","status":"pending"}"""))).Target);
        Assert.Contains("'repeatScan'", Assert.Single(Tasks.Generation.Diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void ACaseOfDiscriminatorsInTwoFiles_IsReported_AndCompiles()
    {
        Generation generation = GeneratorHarness.Run(("a.yaml", Choice("First", "Dog")), ("b.yaml", Choice("Second", "Cow")));
        generation.AssertCompiles();
        Assert.Equal(("EVO1014", "b.yaml"), (Assert.Single(generation.Diagnostics).Id, generation.Diagnostics[0].Location.GetLineSpan().Path));
        Assert.Contains("'Cat'", generation.Diagnostics[0].GetMessage(null), StringComparison.Ordinal);
    }

    private static string Choice(string name, string other) => Yaml.Paths(
        $"/v1/{name}: {{get: {{operationId: get{name}, responses: {{'200': {{description: d, content: {{application/json: {{schema: {{$ref: '#/components/schemas/{name}'}}}}}}}}}}}}}}",
        $$"""
        {{name}}:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/{{other}}'}]
          discriminator: {propertyName: kind}
        Cat: {type: object, properties: {name: {type: string} } }
        {{other}}: {type: object, properties: {size: {type: integer} } }
        """);
}
