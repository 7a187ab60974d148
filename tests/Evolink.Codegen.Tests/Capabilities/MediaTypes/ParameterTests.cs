using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.MediaTypes;

/// <summary>The parameters of a media type are part of it, apart from the charset; where it is offered without them, that will do.</summary>
public sealed class ParameterTests
{
    private static Consumer Own => Consumer.OfFile("MediaTypes/parameters.yaml", """
        public static Task Add(EvolinkClient client) => client.Notes.AddNoteAsync(new() { Text = "t" });
        public static Task Put(EvolinkClient client) => client.Notes.PutNoteAsync(new() { Text = "t" });
        public static Task First(EvolinkClient client) => client.Notes.GetNoteAsync();
        public static async Task<string?> Second(EvolinkClient client) => (await client.Notes.GetNoteAsJsonVersion2Async()).Body;
        public static Task Change(EvolinkClient client) => client.Notes.ChangeNoteAsync(new() { Text = "t" });
        public static Task ChangeSecond(EvolinkClient client) => client.Notes.ChangeNoteAsync(new() { Text = "t" }, "application/json; version=2");
        public static Task Row(EvolinkClient client) => client.Rows.AddRowAsync(new() { Text = "t" });
        """);

    [Fact]
    public void NothingIsLeftOut() => Own.Generation.AssertNoDiagnostics();

    [Theory]
    [InlineData("Add", "application/json; version=2", "application/json;odata=verbose")]
    [InlineData("Put", "application/json", "application/json")]
    [InlineData("First", null, "application/json; version=1")]
    [InlineData("Second", null, "application/json; version=2")]
    [InlineData("Change", "application/json; version=1", null)]
    [InlineData("ChangeSecond", "application/json; version=2", null)]
    [InlineData("Row", "application/json", "application/json")]
    public async Task AMediaType_IsSentAsItIsWritten(string method, string? contentType, string? accept)
    {
        Sent sent = await Own.SendAsync(method, () => accept is null ? new HttpResponseMessage(HttpStatusCode.NoContent) : Consumer.Json("""{"text":"t"}"""));

        Assert.Equal(contentType, sent.Header("Content-Type"));
        if (accept is not null)
        {
            Assert.Equal(accept.Replace(";odata", "; odata", StringComparison.Ordinal), sent.Header("Accept")!.Replace(";odata", "; odata", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task AnotherSchemaUnderOtherParameters_HasAMethodOfItsOwn() =>
        Assert.Equal("b", (await Own.RunAsync("Second", static () => Consumer.Answer("""{"body":"b"}""", "application/json"))).Result);
}
