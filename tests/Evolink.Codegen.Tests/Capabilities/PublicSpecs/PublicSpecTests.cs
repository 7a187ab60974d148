using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.PublicSpecs;

/// <summary>What is awkward in documents of large public APIs, rebuilt small: all of it compiles, next to nothing is reported, and it works.</summary>
public sealed class PublicSpecTests
{
    private static Consumer Payments => Consumer.OfFile("PublicSpecs/payments.yaml", """
        public static Task Charge(EvolinkClient client) => client.Charges.PostChargesAsync(new()
        {
            Amount = 5, ApplicationFee = "", Metadata = new Dictionary<string, string> { ["order id"] = "7" }, TaxRates = new[] { "a", "b" }, Expand = ["x"],
            Shipping = new() { Name = "n", Address = new() { City = "c" } }, TrialEnd = "now",
        });
        public static Task Range(EvolinkClient client) => client.Charges.GetChargesAsync(created: new GetChargesCreatedObject { Gte = 3 });
        public static async Task<string?> Expanded(EvolinkClient client)
        {
            CardCustomer? customer = (await client.Account.GetAccountAsync()).ExternalAccounts!.Data![1].AsCard!.Customer;
            return customer?.AsString ?? customer?.AsCustomer?.Id;
        }
        """);

    private static Consumer Repositories => Consumer.OfFile("PublicSpecs/repositories.yaml", """
        public static async Task<long?> Reactions(EvolinkClient client)
        {
            ReactionRollup rollup = await client.Repos.ReposCreateOrUpdateFileContentsAsync("o", "r", "a/b", new() { Message = "m", Content = "c" });
            return rollup.Plus1 * 10 + rollup.Minus1;
        }

        public static async Task<string?> Content(EvolinkClient client)
        {
            await using EvolinkContent<ReposGetContentResponse?> answer = await client.Repos.ReposGetContentAsync("o", "r", "p");
            ReposGetContentResponse content = answer.Value!.Value;
            return content.AsArray?[0].Type?.Value ?? content.AsContentFile?.Encoding ?? content.AsContentSymlink?.Target;
        }
        """);

    private static Consumer Conversations => Consumer.OfFile("PublicSpecs/conversations.yaml", """
        public static Task Chat(EvolinkClient client) => client.Chat.CreateChatCompletionAsync(new()
        {
            Model = "of tomorrow",
            Messages = [new UserMessage { Content = "hi" }, new SystemMessage { Content = new[] { new TextPart { Text = "t" } } }],
            Stop = "end", ToolChoice = "auto",
        });
        public static Task Search(EvolinkClient client) => client.VectorStores.SearchVectorStoreAsync(new()
        {
            Query = "q", Filters = new CompoundFilter { Type = "and", Filters = [] },
        });
        """);

    public static TheoryData<string, string> Files => new()
    {
        { "payments.yaml", "" }, { "repositories.yaml", "" }, { "conversations.yaml", "" }, { "queues.yaml", "" },
        { "chat.json", "" }, { "odata.yaml", "" },
        // A parameter by another name than its place, a type that is none, a form that is a list, a token to be got elsewhere, and a required name without a property.
        { "calls-clusters-and-pets.yaml", "EVO1003,EVO1006,EVO1014,EVO1014,EVO1017,EVO1071" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void ADocument_Compiles_AndNothingElseIsReported(string file, string ids)
    {
        Generation generation = GeneratorHarness.Run((file, EmbeddedFiles.Text("Capabilities/PublicSpecs/" + file)));
        generation.AssertCompiles();
        Assert.Equal(ids, string.Join(",", generation.Diagnostics.Select(found => found.Id).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void AllOfThem_AreOneClientToo() =>
        GeneratorHarness.Run([.. Files.Select(row => ("specs/" + row.Data.Item1, EmbeddedFiles.Text("Capabilities/PublicSpecs/" + row.Data.Item1)))]).AssertCompiles();

    [Theory]
    [InlineData("Charge", "/v1/charges", "amount=5&application_fee=&expand%5B0%5D=x&metadata%5Border%20id%5D=7&tax_rates%5B0%5D=a&tax_rates%5B1%5D=b&shipping%5Bname%5D=n&shipping%5Baddress%5D%5Bcity%5D=c&trial_end=now")]
    [InlineData("Range", "/v1/charges?created%5Bgte%5D=3", null)]
    public async Task DeepObjects_AreWrittenByBrackets(string method, string target, string? body)
    {
        Sent sent = await Payments.SendAsync(method);
        Assert.Equal(target, sent.Target);
        Assert.Equal(body?.Split('&').Order(StringComparer.Ordinal), sent.Body?.Split('&').Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\"cus_1\"", "cus_1")]
    [InlineData("""{"id":"cus_2","object":"customer"}""", "cus_2")]
    public async Task WhatIsAnIdUntilItIsExpanded_IsBoth(string customer, string expected) => Assert.Equal(expected, (await Payments.RunAsync(
        "Expanded", () => Consumer.Json($$"""{"external_accounts":{"data":[{"object":"bank_account"},{"object":"card","customer":{{customer}} }] } }"""))).Result);

    [Fact]
    public async Task SignsAreMembersToo() =>
        Assert.Equal(32L, (await Repositories.RunAsync("Reactions", () => Consumer.Json("""{"+1":3,"-1":2}"""))).Result);

    [Theory]
    [InlineData("""[{"type":"dir"}]""", "dir")]
    [InlineData("""{"type":"file","encoding":"base64"}""", "base64")]
    [InlineData("""{"type":"symlink","target":"t"}""", "t")]
    public async Task AnAnswerOfSeveralShapes_IsToldApart(string json, string expected) =>
        Assert.Equal(expected, (await Repositories.RunAsync("Content", () => Consumer.Json(json))).Result);

    [Fact]
    public async Task MessagesByTheirRole_AndOpenEnums_AreSentAsGiven() => Assert.Equal(
        """{"messages":[{"content":"hi","role":"user"},{"content":[{"type":"text","text":"t"}],"role":"system"}],"model":"of tomorrow","stop":"end","tool_choice":"auto"}""",
        (await Conversations.SendAsync("Chat")).Body);

    [Fact]
    public async Task ARecursiveFilter_IsSent() =>
        Assert.Equal("""{"query":"q","filters":{"type":"and","filters":[]}}""", (await Conversations.SendAsync("Search")).Body);
}
