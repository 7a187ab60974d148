using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Answers;

/// <summary>An answer's headers are read by name; what the document says of them stands with the operation.</summary>
public sealed class HeaderTests
{
    private static Consumer Own => Consumer.OfFile("Answers/headers.yaml", """
        public static async Task<string?> Left(EvolinkClient client) => (await client.Things.WithResponse.GetThingAsync()).Headers.GetValueOrDefault("x-rate-limit-remaining");
        """);

    [Fact]
    public async Task AHeader_IsReadByItsName_InAnyCase()
    {
        HttpResponseMessage Answer()
        {
            HttpResponseMessage answer = Consumer.Json("{}");
            answer.Headers.Add("X-Rate-Limit-Remaining", "7");
            return answer;
        }

        Assert.Equal("7", (await Own.RunAsync("Left", Answer)).Result);
    }

    [Fact]
    public void TheHeadersOfGoodAnswers_AreInTheDocs()
    {
        string responses = Own.Generation["ThingsClient.g.cs"].Split("class ThingsResponses")[1];
        Assert.All<string>(
            ["<c>X-Rate-Limit-Remaining</c>: Calls left in this hour.</description>", "<c>Link</c>: Where the next page is.</description>", "<c>X-Plain</c></description>", "<c>X-Empty</c>: Not &lt;b&gt;here&lt;/b&gt;</description>"],
            line => Assert.Contains(line, responses, StringComparison.Ordinal));
        Assert.DoesNotContain("X-Error", responses, StringComparison.Ordinal);
    }
}
