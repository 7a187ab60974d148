using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.MediaTypes;

/// <summary>An operation that creates a task has one JSON body, by which it is submitted; its other media types are in reach all the same.</summary>
public sealed class CreateTests
{
    private static Consumer Own => Consumer.OfFile("MediaTypes/creates.yaml", """
        public static async Task<string> Submit(EvolinkClient client) => (await client.SubmitAsync(new DemoRequest { Text = "t" })).Id;
        public static async Task<string?> Parts(EvolinkClient client) =>
            (await client.Answers.CreateAnswerAsync(new DemoMultipartRequest { Audio = new UploadFile(new MemoryStream("A"u8.ToArray()), "a.wav") })).Id;

        public static async Task<string?> Words(EvolinkClient client)
        {
            string? words = null;
            await foreach (Word word in client.Answers.StreamAnswerAsync(new DemoRequest { Text = "t", Stream = true })) words += word.Word_;
            return words;
        }
        """);

    [Theory]
    [InlineData("Submit", "{\"id\":\"a-1\",\"status\":\"pending\"}", "application/json", "a-1")]
    [InlineData("Parts", "{\"id\":\"a-1\",\"status\":\"pending\"}", "application/json", "a-1")]
    [InlineData("Words", "data: {\"word\":\"a\"}\n\ndata: {\"word\":\"b\"}\n\n", "text/event-stream", "ab")]
    public async Task EveryWay_IsInReach(string method, string answer, string mediaType, string expected)
    {
        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync(method, () => Consumer.Answer(answer, mediaType));
        Assert.Equal((expected, mediaType), (result, Assert.Single(sent).Header("Accept")));
    }
}
