using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Families;

/// <summary>What an API wants with every request, and has one value for, goes with the calls that no caller makes parameter by parameter.</summary>
public sealed class PresetTests
{
    private static Consumer Own => Consumer.OfFile("Families/versions.yaml", """
        public static async Task<string> Submit(EvolinkClient client) => (await client.SubmitAsync(new DemoRequest { Scene = "s" })).Id;
        public static async Task<string> Wait(EvolinkClient client) => (await client.Resume("r-1").WaitAsync()).Status!.ToString()!;
        public static async Task<string?> Call(EvolinkClient client) => (await client.Renders.CreateRenderAsync(new DemoRequest { Scene = "s" }, "2025-01-01")).Id;
        """);

    [Fact]
    public void NothingIsLeftOut() => Own.Generation.AssertNoDiagnostics();

    [Theory]
    [InlineData("Submit", "POST", "/v1/renders?unit=7", "2024-11-06", "r-1")]
    [InlineData("Wait", "GET", "/v1/renders/r-1", "2024-11-06", "completed")]
    public async Task AValueThatIsTheOnlyOne_IsSentByItself(string method, string verb, string target, string version, string expected)
    {
        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync(method, static () => Consumer.Json("""{"id":"r-1","status":"completed"}"""));
        Sent only = Assert.Single(sent);
        Assert.Equal((expected, verb, target, version), (result, only.Method, only.Target, only.Header("X-Api-Version")));
        Assert.Equal("session=" + Consumer.Key, only.Header("Cookie"));
    }

    [Fact]
    public async Task AParameterOfACreate_IsCheckedWhereTheClientSubmits()
    {
        Consumer own = Consumer.OfFile("Families/predictions.yaml", """
            public static Task Submit(EvolinkClient client) => client.SubmitModelsPredictionsCreateAsync(new string('o', 40), "dream", new ModelInput { Input = new Dictionary<string, JsonElement>() });
            """);
        Assert.Contains("owner: must have at most 39 characters", (await Assert.ThrowsAsync<EvolinkValidationException>(() => own.RunAsync("Submit"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATask_IsCompletedWithoutResults_WhereAnOperationIsTheResult()
    {
        // Were it to wait for results, it would ask again.
        (_, IReadOnlyList<Sent> sent) = await Own.RunAsync("Wait", static () => Consumer.Json("""{"id":"r-1","status":"completed","results":[]}"""));
        Assert.Single(sent);
    }
}
