using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.CheckedParameters;

/// <summary>What a document demands of a parameter is asked before the call; a required one with one value has it.</summary>
public sealed class CheckedParameterTests
{
    private static Consumer Own => Consumer.OfFile("CheckedParameters/parameters.yaml", """
        public static Task Least(EvolinkClient client) => client.Books.FindBooksAsync("123");
        public static Task All(EvolinkClient client) =>
            client.Books.FindBooksAsync("123", limit: 100, share: 0.5, sort: FindBooksSort.MinusTitle, tags: new[] { "a", "b" }, pageSize: 20, session: "ab");
        public static Task Isbn(EvolinkClient client) => client.Books.FindBooksAsync("12");
        public static Task Limit(EvolinkClient client) => client.Books.FindBooksAsync("123", limit: 101);
        public static Task Share(EvolinkClient client) => client.Books.FindBooksAsync("123", share: 0);
        public static Task Sort(EvolinkClient client) => client.Books.FindBooksAsync("123", sort: "author");
        public static Task Tags(EvolinkClient client) => client.Books.FindBooksAsync("123", tags: new[] { "a", "long" });
        public static Task ManyTags(EvolinkClient client) => client.Books.WithResponse.FindBooksAsync("123", tags: new[] { "a", "b", "c" });
        public static Task Size(EvolinkClient client) => client.Books.FindBooksAsync("123", pageSize: 15);
        public static Task Session(EvolinkClient client) => client.Books.FindBooksAsync("123", session: "a");
        public static Task Version(EvolinkClient client) => client.Books.FindBooksAsync("123", xApiVersion: "2025-01-01");
        public static Task Both(EvolinkClient client) => client.Books.FindBooksAsync("12", limit: 0);
        public static Task Add(EvolinkClient client) => client.Books.AddBookAsync("1", new long[] { 1 });
        public static Task AddMany(EvolinkClient client) => client.Books.AddBookAsync("1", new long[] { 1, 2 }, v: "c");
        public static Task Shelves(EvolinkClient client) => client.Shelves.ListShelvesAsync();
        public static Task Walls(EvolinkClient client) => client.Walls.ListWallsAsync();
        public static Task Rows(EvolinkClient client) => client.Rows.ListRowsAsync();
        public static Task RowsBy(EvolinkClient client) => client.Rows.ListRowsAsync(new() { Query = "q" });
        """);

    [Fact]
    public async Task AParameterWithOneValue_IsSentWithoutBeingGiven()
    {
        Sent sent = await SendAsync("Least");

        Assert.Equal(("/v1/books/123?mode=3&full=true", "2024-11-06"), (sent.Target, sent.Header("X-Api-Version")));
        Assert.Equal("/v1/books/1?v=a%26b", (await SendAsync("Add")).Target);
    }

    [Fact]
    public async Task AllThatIsAllowed_IsSent()
    {
        Sent sent = await SendAsync("All");

        Assert.Equal("/v1/books/123?limit=100&share=0.5&sort=-title&tags=a&tags=b&page%5Bsize%5D=20&mode=3&full=true", sent.Target);
        Assert.Equal("session=ab", sent.Header("Cookie"));
    }

    [Theory]
    [InlineData("Isbn", "isbn: must match the pattern")]
    [InlineData("Limit", "limit: must be at most 100, not 101.")]
    [InlineData("Share", "share: must be greater than 0, not 0.")]
    [InlineData("Sort", "sort: must be one of title, -title, not 'author'.")]
    [InlineData("Tags", "tags[1]: must have at most 3 characters, not 4.")]
    [InlineData("ManyTags", "tags: must have at most 2 items, not 3.")]
    [InlineData("Size", "page[size]: must be a multiple of 10, not 15.")]
    [InlineData("Session", "session: must have at least 2 characters, not 1.")]
    [InlineData("Version", "X-Api-Version: must be '2024-11-06', not '2025-01-01'.")]
    [InlineData("AddMany", "v: must be 'a&b', not 'c'.")]
    [InlineData("Both", "isbn: must match the pattern")]
    public async Task WhatIsNotAllowed_IsNotSent_AndTheReasonNamesTheParameter(string method, string says) =>
        Assert.Contains(says, (await Assert.ThrowsAsync<EvolinkValidationException>(() => Own.RunAsync(method))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Shelves")]
    [InlineData("Walls")]
    [InlineData("Rows")]
    public async Task ABodyOfGet_WithNothingInIt_IsNotSent(string method)
    {
        Sent sent = await SendAsync(method);

        Assert.Null(sent.Body);
        Assert.Null(sent.Header("Content-Type"));
    }

    [Fact]
    public async Task ABodyOfGet_WithSomethingInIt_Is() => Assert.Equal("""{"query":"q"}""", (await SendAsync("RowsBy")).Body);

    private static Task<Sent> SendAsync(string method) => Own.SendAsync(method, static () => new HttpResponseMessage(HttpStatusCode.NoContent));
}
