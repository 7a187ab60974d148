using System.Net;
using System.Text.Json.Nodes;

namespace Evolink.Tests;

/// <summary>Tasks in batches and in lists.</summary>
public sealed class ManyTasksTests
{
    [Fact]
    public async Task ABatch_AnswersTheTasksThatAreKnown()
    {
        await using Api api = await Api.StartAsync();
        string first = await api.CreateAsync();
        string second = await api.CreateAsync();
        api.Time.Advance(5);

        Answer answer = await api.PostAsync("/v1/tasks/batch", $$"""{"task_ids":["{{second}}","task-unified-1-unknown0","{{first}}"]}""");

        JsonArray tasks = answer.Body["data"]!.AsArray();
        Assert.Equal([second, first], tasks.Select(static task => (string?)task!["id"]));
        Assert.All(tasks, static task => Assert.NotNull(task!["results"]));
    }

    [Fact]
    public async Task ABatchOfMoreThanFiftyIds_IsRefused()
    {
        await using Api api = await Api.StartAsync();
        string ids = string.Join(',', Enumerable.Range(0, 51).Select(static number => $"\"task-unified-{number}\""));

        Answer tooMany = await api.PostAsync("/v1/tasks/batch", $$"""{"task_ids":[{{ids}}]}""");
        Answer none = await api.PostAsync("/v1/tasks/batch", "{}");

        Assert.All([tooMany, none], static answer =>
            Assert.Equal((HttpStatusCode.BadRequest, "task_ids"), (answer.Status, answer.Error("param"))));
    }

    [Fact]
    public async Task TheList_IsPagedNewestFirstWithoutResults()
    {
        await using Api api = await Api.StartAsync();
        List<string> ids = [];
        while (ids.Count < 5) ids.Add(await api.CreateAsync());
        api.Time.Advance(5);

        JsonNode page = (await api.GetAsync("/v1/tasks?page=2&page_size=2")).Body;

        Assert.Equal((5, 2, 2), ((int)page["total"]!, (int)page["page"]!, (int)page["page_size"]!));
        Assert.Equal([ids[2], ids[1]], page["data"]!.AsArray().Select(static task => (string?)task!["id"]));
        Assert.All(page["data"]!.AsArray(), static task => Assert.Null(task!["results"]));
    }

    [Theory]
    [InlineData("status=completed", 1)]
    [InlineData("status=pending", 2)]
    [InlineData("type=image", 1)]
    [InlineData("model=film-1&status=pending", 1)]
    [InlineData("", 3)]
    public async Task TheList_IsFiltered(string query, int count)
    {
        await using Api api = await Api.StartAsync();
        await api.CreateAsync();
        api.Time.Advance(5);
        await api.CreateAsync();
        await api.CreateAsync("""{"model":"sketch-1"}""", "/v1/images/generations");

        Assert.Equal(count, (int)(await api.GetAsync("/v1/tasks?" + query)).Body["total"]!);
    }

    [Fact]
    public async Task APageThatIsNoNumber_IsRefused()
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.GetAsync("/v1/tasks?page=0");

        Assert.Equal((HttpStatusCode.BadRequest, "page"), (answer.Status, answer.Error("param")));
    }
}
