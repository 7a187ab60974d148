using System.Net;
using System.Text.Json.Nodes;

namespace Evolink.Tests;

public sealed class TaskLifeTests
{
    [Fact]
    public async Task ATask_IsPendingThenProcessedWithRisingProgressThenCompleted()
    {
        await using Api api = await Api.StartAsync(options => options with { PendingFor = TimeSpan.FromSeconds(1), ProcessingFor = TimeSpan.FromSeconds(10) });
        string id = await api.CreateAsync();

        List<(string?, int)> seen = [];
        foreach (double step in new[] { 0, 0.99, 0.01, 2.5, 7.49, 0.01, 1000 })
        {
            api.Time.Advance(step);
            JsonNode task = await api.QueryAsync(id);
            seen.Add(((string?)task["status"], (int)task["progress"]!));
        }

        Assert.Equal(
            [("pending", 0), ("pending", 0), ("processing", 0), ("processing", 25), ("processing", 99), ("completed", 100), ("completed", 100)],
            seen);
    }

    [Fact]
    public async Task ACompletedTask_SaysWhatItUsedAndWhereItsResultIs()
    {
        await using Api api = await Api.StartAsync();
        string id = await api.CreateAsync();
        Assert.Null((await api.QueryAsync(id))["results"]);

        api.Time.Advance(5);
        JsonNode task = await api.QueryAsync(id);

        Assert.Equal($"{api.Simulator.BaseAddress}results/{id}.mp4", (string?)task["results"]!.AsArray().Single());
        Assert.Equal(12.5m, (decimal)task["usage"]!["credits_used"]!);
        Assert.False((bool)task["task_info"]!["can_cancel"]!);
    }

    [Fact]
    public async Task AModelWhoseResultIsData_GivesItInResultDataWithEveryDigit()
    {
        await using Api api = await Api.StartAsync();
        string id = await api.CreateAsync("""{"model":"puppet-1","name":"Ada"}""");
        Assert.Null((await api.QueryAsync(id))["result_data"]);

        api.Time.Advance(5);
        JsonNode task = await api.QueryAsync(id);

        Assert.Equal("""{"puppet_id":869413002875174963}""", task["result_data"]!.ToJsonString());
        Assert.Null(task["results"]);
    }

    [Theory]
    [InlineData("kling-1", HttpStatusCode.BadRequest, "invalid_task_id")]
    [InlineData("task-unified-1-unknown0", HttpStatusCode.NotFound, "task_not_found")]
    public async Task ATaskThatIsNone_IsRefused(string id, HttpStatusCode status, string code)
    {
        await using Api api = await Api.StartAsync();

        Answer answer = await api.GetAsync("/v1/tasks/" + id);

        Assert.Equal((status, code), (answer.Status, answer.Error("code")));
    }

    [Fact]
    public async Task AScript_DecidesTheLifeOfItsTask()
    {
        await using Api api = await Api.StartAsync(options => options with
        {
            Script = static task => task.Number switch
            {
                1 => TaskScript.Failing(TimeSpan.FromSeconds(1), new TaskFailure("content_policy_violation", "Blocked.\nTry another prompt.", "Be kind")),
                2 => TaskScript.Cancelled(TimeSpan.FromSeconds(1)),
                3 => new TaskScript { Steps = [new(TimeSpan.Zero, "resting", 7), new(TimeSpan.FromSeconds(1), null)] },
                4 => TaskScript.Completing(TimeSpan.Zero, TimeSpan.Zero) with { Results = ["ftp://nowhere/file"] },
                5 => TaskScript.Completing(TimeSpan.Zero, TimeSpan.Zero) with { ResultData = new JsonArray(1, 2) },
                _ => null,
            },
        });
        List<string> ids = [];
        while (ids.Count < 6) ids.Add(await api.CreateAsync());
        Assert.Equal("resting", (string?)(await api.QueryAsync(ids[2]))["status"]);
        Assert.Equal("pending", (string?)(await api.QueryAsync(ids[5]))["status"]);

        api.Time.Advance(1);
        JsonNode[] tasks = await Task.WhenAll(ids.Select(api.QueryAsync));

        Assert.Equal("failed", (string?)tasks[0]["status"]);
        Assert.Equal(
            """{"code":"content_policy_violation","message":"Blocked.\nTry another prompt.","type":"task_error","suggestion":"Be kind"}""",
            tasks[0]["error"]!.ToJsonString());
        Assert.Equal("cancelled", (string?)tasks[1]["status"]);
        Assert.Null(tasks[1]["error"]);
        Assert.False(tasks[2].AsObject().ContainsKey("status"));
        Assert.Equal("ftp://nowhere/file", (string?)tasks[3]["results"]![0]);
        Assert.Equal("[1,2]", tasks[4]["result_data"]!.ToJsonString());
    }

    [Fact]
    public async Task TheTasks_AreSeenFromOutside()
    {
        await using Api api = await Api.StartAsync();
        string id = await api.CreateAsync();
        await api.QueryAsync(id);
        await api.QueryAsync(id);
        api.Time.Advance(1.3);

        TaskSnapshot task = Assert.Single(api.Simulator.Tasks);

        Assert.Equal((id, "film-1", "createFilm", 1), (task.Task.Id, task.Task.Model, task.Task.OperationId, task.Task.Number));
        Assert.Equal("A dance", task.Task.Body.GetProperty("prompt").GetString());
        Assert.Equal(("processing", 50, 2), (task.Status, task.Progress, task.Queries));
    }
}
