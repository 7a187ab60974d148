using System.Text.Json.Nodes;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.UnionVariants;

/// <summary>A union holds the variant that a value is of, by every constant that says so; what is of none stays as it came and is none.</summary>
public sealed class UnionVariantTests
{
    private static Consumer Own => Consumer.OfFile("UnionVariants/variants.yaml", """
        public static async Task<string> Rendering(EvolinkClient client) => Show(await client.Renderings.GetRenderingAsync("a"));
        public static async Task<string> Entries(EvolinkClient client) => string.Join(";", (await client.Thread.ReadThreadAsync()).Select(Show));
        public static async Task<string> Back(EvolinkClient client) => JsonSerializer.Serialize(await client.Renderings.GetRenderingAsync("a"));
        public static async Task<string> Thread(EvolinkClient client)
        {
            EvolinkThread thread = await client.Thread.WriteThreadAsync(new() { Last = EntryInput.FromTell(new() { Key = "k", Text = "t" }) });
            return $"{Show(thread.Last)} {thread.Title} {JsonSerializer.Serialize(thread)}";
        }

        public static Task Unknown(EvolinkClient client) =>
            client.Thread.WriteThreadAsync(JsonSerializer.Deserialize<ThreadInput>("{\"last\":{\"kind\":\"song\",\"by\":\"guest\",\"text\":\"t\"}}")!);
        public static Task Strings(EvolinkClient client) => client.Vectors.MakeVectorsAsync(new() { Input = new[] { "a", "b" }, OnlyLists = new[] { true } });
        public static Task Integers(EvolinkClient client) => client.Vectors.MakeVectorsAsync(new() { Input = new long[] { 1, 2 }, OnlyLists = new[] { "a" } });
        public static Task Nested(EvolinkClient client) => client.Vectors.MakeVectorsAsync(new() { Input = new IReadOnlyList<long>[] { [1], [2, 3] } });
        public static Task Many(EvolinkClient client) => client.Vectors.MakeVectorsAsync(new() { Input = new long[] { 1, 2, 3, 4 } });
        public static Task Empty(EvolinkClient client) => client.Vectors.MakeVectorsAsync(new() { Input = new[] { "a", "" } });
        public static async Task<string> Lists(EvolinkClient client)
        {
            Vectors vectors = await client.Vectors.MakeVectorsAsync(new() { Input = "a" });
            var input = vectors.Input.GetValueOrDefault();
            return $"{input.AsString}/{Join(input.AsStrings)}/{Join(input.AsIntegers)}/{Join(input.AsArrays?.SelectMany(list => list))}/{input.Unknown}/{vectors.After}";
        }

        private static string Join<T>(IEnumerable<T>? items) => items is null ? "" : "[" + string.Join(",", items) + "]";

        private static string Show(Rendering value) =>
            value.AsWaiting is { } waiting ? $"waiting {waiting.Place}" : value.AsDoneWell is { } done ? $"done {done.Pictures?.Count}"
            : value.AsGone is { } gone ? $"gone {gone.Reason}" : $"unknown {value.Unknown}";

        private static string Show(Entry? value) =>
            value?.AsAsk is { } ask ? $"ask {ask.Text}" : value?.AsTell is { } tell ? $"tell {tell.Key}" : value?.AsRing is { } ring ? $"ring {ring.Bell}"
            : value?.AsRung is { } rung ? $"rung {rung.RingKey}" : $"unknown {value?.Unknown}";

        private static string Show(Entry value) => Show((Entry?)value);
        """);

    [Theory]
    [InlineData("""{"state":"WAITING","place":3}""", "waiting 3")]
    [InlineData("""{"state":"DONE_WELL","pictures":["a"]}""", "done 1")]
    [InlineData("""{"state":"DONE_WELL"}""", "done ")]
    [InlineData("""{"state":"GONE","reason":"r"}""", "gone r")]
    [InlineData("""{"state":"PAUSED","place":3}""", """unknown {"state":"PAUSED","place":3}""")]
    [InlineData("""{"state":7}""", """unknown {"state":7}""")]
    [InlineData("{}", "unknown {}")]
    public async Task AVariant_IsKnownByItsConstant_AndNoOtherIsTheLast(string answer, string shown)
    {
        Assert.Equal(shown, (await Own.RunAsync("Rendering", () => Consumer.Json(answer))).Result);
        AssertSame(answer, (string)(await Own.RunAsync("Back", () => Consumer.Json(answer))).Result!);
    }

    [Fact]
    public async Task TwoVariantsWithOneConstant_AreToldApartByTheirOthers() => Assert.Equal(
        """ask a;ask b;tell k;ring ding;rung k;unknown {"kind":"song","by":"guest"};unknown {"kind":"line","by":"stranger"}""",
        (await Own.RunAsync("Entries", () => Consumer.Json("""
            [{"kind":"line","by":"host","text":"a"},{"by":"guest","text":"b"},{"key":"k","kind":"line","by":"machine","text":"c"},{"kind":"ring","key":"k","bell":"ding"},
             {"kind":"rung","ring_key":"k"},{"kind":"song","by":"guest"},{"kind":"line","by":"stranger"}]
            """))).Result);

    [Fact]
    public async Task AValueOfNoVariant_LosesNothingOfItsAnswer()
    {
        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync("Thread", () => Consumer.Json("""{"last":{"kind":"song"},"all":[{"kind":"song"},{"kind":"ring","key":"k","bell":"b"}],"title":"t"}"""));

        Assert.Equal("""unknown {"kind":"song"} t {"last":{"kind":"song"},"all":[{"kind":"song"},{"key":"k","kind":"ring","bell":"b"}],"title":"t"}""", result);
        AssertSame("""{"last":{"key":"k","kind":"line","by":"machine","text":"t"}}""", Assert.Single(sent).Body!);
    }

    [Fact]
    public async Task AValueOfNoVariant_IsNotSent()
    {
        EvolinkValidationException refused = await Assert.ThrowsAsync<EvolinkValidationException>(() => Own.RunAsync("Unknown"));

        Assert.Contains("last: expected the object Ask or the object Tell or the object Ring or the object Rung", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Strings", """{"input":["a","b"],"only_lists":[true]}""")]
    [InlineData("Integers", """{"input":[1,2],"only_lists":["a"]}""")]
    [InlineData("Nested", """{"input":[[1],[2,3]]}""")]
    public async Task AListOfAUnion_HasItsType(string method, string body) => AssertSame(body, (await Own.SendAsync(method)).Body!);

    [Theory]
    [InlineData("Many", "input: must have at most 3 items, not 4.")]
    [InlineData("Empty", "input[1]: must have at least 1 character, not 0.")]
    public async Task AListOfAUnion_IsCheckedAsItsVariantDemands(string method, string says) =>
        Assert.Contains(says, (await Assert.ThrowsAsync<EvolinkValidationException>(() => Own.RunAsync(method))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"x\"", "x////")]
    [InlineData("""["a","b"]""", "/[a,b]///")]
    [InlineData("[1,2]", "//[1,2]//")]
    [InlineData("[[1],[2]]", "///[1,2]/")]
    [InlineData("[]", "/[]///")]
    [InlineData("[null,2]", "//[2]//")]
    [InlineData("[true]", "////[true]")]
    [InlineData("[1,\"a\"]", "//[1]//")]
    [InlineData("{\"a\":1}", "////")]
    public async Task AList_IsReadByWhatItsItemsAre(string input, string shown) =>
        Assert.Equal(shown + "/z", (await Own.RunAsync("Lists", () => Consumer.Json($$"""{"input":{{input}},"after":"z"}"""))).Result);

    [Fact]
    public void ListsThatNothingTellsApart_AreReported()
    {
        Generation generation = GeneratorHarness.Run(("specs/demo.yaml", """
            openapi: 3.1.0
            info: {title: t, version: '1'}
            servers: [{url: https://api.example.com}]
            paths:
              /v1/x:
                get:
                  operationId: getX
                  responses:
                    '200':
                      description: d
                      content:
                        application/json:
                          schema:
                            oneOf:
                              - {type: array, items: {type: object, properties: {a: {type: string}}}}
                              - {type: array, items: {type: object, properties: {b: {type: string}}}}
            """));

        Assert.Contains("choice of lists that the kinds of their items do not tell apart", Assert.Single(generation.Diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    private static void AssertSame(string expected, string actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);

    [Fact]
    public void WhereOneFileHasAVariantAlone_ItComesAfterThoseThatAreTested()
    {
        static string Spec(string variants, string schemas) => $$"""
            openapi: 3.1.0
            info: {title: t, version: '1'}
            servers: [{url: https://api.example.com}]
            paths:
              /v1/page:
                get:
                  operationId: getPage
                  responses:
                    '200':
                      description: d
                      content:
                        application/json:
                          schema:
                            oneOf: [{{variants}}]
            components:
              schemas: { {{schemas}} }
            """;
        const string Doc = "Doc: {type: object, required: [type], properties: {type: {const: doc}}}", Link = "Link: {type: object, required: [type], properties: {type: {const: link}}}";
        Generation generation = GeneratorHarness.Run(
            ("a.yaml", Spec("{$ref: '#/components/schemas/Doc'}, {$ref: '#/components/schemas/Link'}", Doc + ", " + Link)),
            ("b.yaml", Spec("{type: string}, {$ref: '#/components/schemas/Doc'}", Doc))).AssertNoException();

        string reading = generation["GetPageResponse.g.cs"];
        Assert.True(reading.IndexOf("\"link\" => new()", StringComparison.Ordinal) < reading.IndexOf("StartObject => new() { AsObject", StringComparison.Ordinal), reading);
        generation.AssertCompiles();
    }
}
