using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Pages;

/// <summary>A paged operation is enumerated beside the page: by numbers or by cursors, each page when its first item is asked for.</summary>
public sealed class PageTests
{
    private const string Body = """
        public static async Task<string> Shots(EvolinkClient client) => await Join(client.Shots.ListAllShotsAsync(state: "done", pageSize: 2), shot => shot.Title);

        public static async Task<string> Frames(EvolinkClient client) => await Join(client.Rolls.FramesAllAsync("a/b"), frame => frame);

        public static async Task<string> Scenes(EvolinkClient client) => await Join(client.Scenes.ListAllScenesAsync(limit: 2), scene => scene.Title);

        public static async Task<string> FirstShot(EvolinkClient client)
        {
            await foreach (var shot in client.Shots.ListAllShotsAsync()) return shot.Title!;
            return "none";
        }

        public static async Task<int> Page(EvolinkClient client) => (await client.Shots.ListShotsAsync(page: 3)).Data!.Rows!.Count;

        private static async Task<string> Join<T>(IAsyncEnumerable<T> items, Func<T, string?> text)
        {
            List<string?> found = [];
            try
            {
                await foreach (T item in items) found.Add(text(item));
            }
            catch (EvolinkException failure)
            {
                found.Add(failure.Message);
            }
            return string.Join(",", found);
        }
        """;

    private static Consumer Own => Consumer.OfFile("Pages/pages.yaml", Body);

    [Fact]
    public void TheDocument_IsWhole() => Own.Generation.AssertNoDiagnostics();

    [Fact]
    public async Task Numbers_AreCounted_UntilAllItemsAreThere()
    {
        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync("Shots", Answers(Shots(3, "a", "b"), Shots(3, "c")));

        Assert.Equal("a,b,c", result);
        Assert.Equal(["/v1/shots?state=done&page=1&page_size=2", "/v1/shots?state=done&page=2&page_size=2"], sent.Select(request => request.Target));
    }

    [Fact]
    public async Task AListWithoutATotal_EndsWithAShorterPage()
    {
        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync("Frames", Answers("""["1","2"]""", """["3","4"]""", """["5"]"""));

        Assert.Equal("1,2,3,4,5", result);
        Assert.Equal(["/v1/rolls/a%2Fb/frames?offset_page=0", "/v1/rolls/a%2Fb/frames?offset_page=1", "/v1/rolls/a%2Fb/frames?offset_page=2"], sent.Select(request => request.Target));
    }

    [Fact]
    public async Task Cursors_AreFollowed_UntilThereIsNoMore()
    {
        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync("Scenes", Answers(Scenes("2", "true", 1, 2), Scenes("4", "true", 3, 4), Scenes("5", "false", 5)));

        Assert.Equal("s1,s2,s3,s4,s5", result);
        Assert.Equal(["/v1/scenes?limit=2", "/v1/scenes?after=2&limit=2", "/v1/scenes?after=4&limit=2"], sent.Select(request => request.Target));
    }

    [Fact]
    public async Task NoPage_IsAskedForBeforeItsFirstItemIs()
    {
        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync("FirstShot", Answers(Shots(3, "a", "b")));

        Assert.Equal("a", result);
        Assert.Equal("/v1/shots?page=1", Assert.Single(sent).Target);
    }

    [Fact]
    public async Task ThePage_CanBeAskedForAlone()
    {
        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync("Page", Answers(Shots(3, "c")));

        Assert.Equal(1, result);
        Assert.Equal("/v1/shots?page=3", Assert.Single(sent).Target);
    }

    [Fact]
    public async Task AnErrorHalfWay_ComesAfterTheItemsBeforeIt()
    {
        int page = 0;
        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync("Shots", () => ++page == 1
            ? Consumer.Json(Shots(3, "a", "b"))
            : Consumer.Answer("""{"error":{"code":"forbidden","message":"Not this page."}}""", "application/json", HttpStatusCode.Forbidden));

        Assert.StartsWith("a,b,", (string)result!, StringComparison.Ordinal);
        Assert.Contains("Not this page.", (string)result!, StringComparison.Ordinal);
        Assert.Equal(2, sent.Count);
    }

    [Fact]
    public async Task APageWithoutItsList_IsNoEmptyList() =>
        Assert.Contains("no list of items", (string)(await Own.RunAsync("Shots", Answers("""{"data":{"list":[]}}"""))).Result!, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ page: nummer, items: /data }", "query parameter")]
    [InlineData("{ page: state, items: /data }", "query parameter that is an integer")]
    [InlineData("{ page: page, items: /rows }", "array of the response")]
    [InlineData("{ page: page, items: /total }", "array of the response")]
    [InlineData("{ page: page, items: /data, total: /data }", "an integer of the response")]
    [InlineData("{ page: page, items: /data, total: /nothing }", "an integer of the response")]
    [InlineData("{ page: page, items: /data, id: /title }", "an item as 'id'")]
    [InlineData("{ page: page, items: /data, cursor: state }", "JSON pointers")]
    [InlineData("{ cursor: state, items: /data }", "JSON pointers")]
    [InlineData("{ cursor: state, items: /data, next: /total }", "a string of the response")]
    [InlineData("{ page: page, items: data }", "JSON pointers")]
    [InlineData("{ page: page, items: /data, first: 1.5 }", "JSON pointers")]
    [InlineData("true", "JSON pointers")]
    public void WhatCannotBeUsed_IsSaid_AndThePageStays(string extension, string says)
    {
        Generation generation = GeneratorHarness.Run(("specs/demo.yaml", $$"""
            openapi: 3.1.0
            info: { title: Pages, version: "1.0" }
            servers: [{ url: https://pages.example.com }]
            paths:
              /v1/shots:
                get:
                  operationId: listShots
                  x-evolink-page: {{extension}}
                  parameters:
                    - { name: state, in: query, schema: { type: string } }
                    - { name: page, in: query, schema: { type: integer } }
                  responses:
                    '200':
                      description: A page
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              data: { type: array, items: { type: object, properties: { key: { type: string } } } }
                              total: { type: integer }
            """));

        Assert.Equal("EVO1016", Assert.Single(generation.Diagnostics).Id);
        Assert.Contains(says, generation.Diagnostics[0].GetMessage(null), StringComparison.Ordinal);
        string client = generation.Files.Single(file => file.Key.Contains("ShotsClient", StringComparison.Ordinal)).Value;
        Assert.Contains("ListShotsAsync", client, StringComparison.Ordinal);
        Assert.DoesNotContain("ListAllShotsAsync", client, StringComparison.Ordinal);
    }

    private static Func<HttpResponseMessage> Answers(params string[] pages)
    {
        var rest = new Queue<string>(pages);
        return () => Consumer.Json(rest.Dequeue());
    }

    private static string Shots(int total, params string[] titles)
    {
        IEnumerable<string> rows = titles.Select(title => $$"""{"key":"k{{title}}","title":"{{title}}"}""");
        return $$$"""{"data":{"total":{{{total}}},"rows":[{{{string.Join(",", rows)}}}]}}""";
    }

    private static string Scenes(string last, string more, params int[] ids)
    {
        IEnumerable<string> scenes = ids.Select(id => $$"""{"id":{{id}},"title":"s{{id}}"}""");
        return $$"""{"last_id":"{{last}}","has_more":{{more}},"data":[{{string.Join(",", scenes)}}]}""";
    }
}
