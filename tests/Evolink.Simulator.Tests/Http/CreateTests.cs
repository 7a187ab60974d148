using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Evolink.Tests;

public sealed class CreateTests
{
    [Fact]
    public async Task ACreate_AnswersTheDocumentedTask()
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.PostAsync(Api.Creates, """{"model":"film-1-fast","prompt":"A dance","duration":7}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Matches(new Regex("^task-unified-1767225600-[0-9a-z]{8}$"), (string)answer.Body["id"]!);
        string expected = """
            {"created":1767225600,"id":"?","model":"film-1-fast","object":"video.generation.task","progress":0,"status":"pending",
             "task_info":{"can_cancel":true,"estimated_time":3,"video_duration":7},"type":"video",
             "usage":{"billing_rule":"per_second","credits_reserved":12.5}}
            """;
        answer.Body["id"] = "?";
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), answer.Body), answer.Text);
    }

    [Fact]
    public async Task ASpecThatShowsFewMembers_IsAnsweredWithThoseAndTheQueryHasTheRest()
    {
        await using Api api = await Api.StartAsync(options => options with { PendingFor = TimeSpan.Zero, ProcessingFor = TimeSpan.Zero });

        JsonNode created = (await api.PostAsync(Api.Creates, """{"model":"puppet-1","name":"Ada"}""")).Body;
        JsonNode task = await api.QueryAsync((string)created["id"]!);

        Assert.Equal(["created", "id", "model", "status"], created.AsObject().Select(static member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal("pending", (string?)created["status"]);
        Assert.Equal(("completed", 100), ((string?)task["status"], (int)task["progress"]!));
        Assert.Equal(("video.generation.task", "video"), ((string?)task["object"], (string?)task["type"]));
    }

    [Fact]
    public async Task TheBodysModel_ChoosesAmongTheSpecsOfAPath()
    {
        await using Api api = await Api.StartAsync();

        Answer puppet = await api.PostAsync(Api.Creates, """{"model":"puppet-1","name":"Ada"}""");
        Answer film = await api.PostAsync(Api.Creates, """{"model":"film-1","name":"Ada"}""");

        Assert.Equal(HttpStatusCode.OK, puppet.Status);
        Assert.Equal("prompt", film.Error("param"));
    }

    [Theory]
    [InlineData("""{"model":"unheard-of","prompt":"A dance"}""", HttpStatusCode.Forbidden, "model_access_denied")]
    [InlineData("""{"prompt":"A dance"}""", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("""{"model":1}""", HttpStatusCode.BadRequest, "invalid_request")]
    public async Task AModelThatNoSpecHas_IsRefusedByItsName(string body, HttpStatusCode status, string code)
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.PostAsync(Api.Creates, body);

        Assert.Equal(status, answer.Status);
        Assert.Equal(code, answer.Error("code"));
        Assert.Equal("model", answer.Error("param"));
        Assert.Empty(api.Simulator.Ledger);
    }

    [Theory]
    [InlineData("""{"model":"film-1","prompt":"A dance","model_params":{"element_list":[{}]}}""", "model_params.element_list[0].element_id")]
    [InlineData("""{"model":"film-1","prompt":"A dance","duration":1}""", "duration")]
    [InlineData("""{"model":"film-1","prompt":"A dance","duration":"5"}""", "duration")]
    [InlineData("""{"model":"film-1","prompt":"A dance","duration":"auto"}""", null)]
    [InlineData("""{"model":"film-1","prompt":"A dance that goes on"}""", null)]
    [InlineData("""{"model":"film-1","prompt":"A dance that goes on."}""", "prompt")]
    [InlineData("""{"model":"film-1","prompt":"A dance","callback_url":"https://10.0.0.1/hook"}""", "callback_url")]
    [InlineData("""{"model":"film-1","prompt":"A dance","callback_url":"https://example.com/hook"}""", null)]
    public async Task ABodyThatBreaksTheSpec_IsRefusedWithTheMembersPath(string body, string? param)
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.PostAsync(Api.Creates, body);

        Assert.Equal(param is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(param is null ? 1 : 0, api.Simulator.Ledger.Count);
        if (param is null) return;
        Assert.Equal(param, answer.Error("param"));
        Assert.Equal("invalid_request", answer.Error("code"));
        Assert.Equal("invalid_request_error", answer.Error("type"));
        Assert.StartsWith(param + " ", answer.Error("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnErrorCodeThatTheSpecWritesAsANumber_StaysANumber()
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.PostAsync("/v1/images/generations", """{"model":"sketch-1","prompt":1}""");

        Assert.Equal(400, (int)answer.Body["error"]!["code"]!);
        Assert.Equal("prompt", answer.Error("param"));
    }

    [Fact]
    public async Task ANullableMember_TakesNull()
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.PostAsync("/v1/images/generations", """{"model":"sketch-1","prompt":null}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }
}
