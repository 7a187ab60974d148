using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evolink.Tests.EndToEnd;

/// <summary>A paid task comes out by every way there is, whatever the members of its answers look like that the wait does not need.</summary>
public sealed class SpoiledTaskTests
{
    [Theory]
    [InlineData("progress", "45.5")]
    [InlineData("progress", "\"half way\"")]
    [InlineData("created", "\"2026-01-01T00:00:00Z\"")]
    [InlineData("created", "1e30")]
    [InlineData("usage", "[]")]
    [InlineData("usage", "\"\"")]
    [InlineData("error", "\"\"")]
    [InlineData("error", "false")]
    [InlineData("model", "{\"name\":\"x\"}")]
    [InlineData("object", "7")]
    [InlineData("type", "[]")]
    [InlineData("task_info", "\"none\"")]
    [InlineData("an_unknown_member", "{\"deep\":[[null]]}")]
    public async Task AFinishedTask_ComesOut_WhateverAnotherMemberIs(string member, string value)
    {
        JsonNode spoiled = JsonNode.Parse(value)!;
        await using LocalApi api = await SpoilingAsync(json => json[member] = spoiled.DeepClone());

        TaskDetailResponse done = await AssertComesOutAsync(api);

        Assert.True(JsonElement.DeepEquals(JsonSerializer.SerializeToElement(spoiled), done.AdditionalProperties![member]));
        Assert.True(JsonElement.DeepEquals(JsonSerializer.SerializeToElement(spoiled), JsonSerializer.SerializeToElement(done).GetProperty(member)));
    }

    [Theory]
    [InlineData("task_info", "estimated_time", "12.5")]
    [InlineData("task_info", "estimated_time", "\"soon\"")]
    [InlineData("task_info", "can_cancel", "0")]
    [InlineData("usage", "credits_reserved", "\"10\"")]
    public async Task AFinishedTask_ComesOut_WhateverAMemberOfAMemberIs(string owner, string member, string value)
    {
        await using LocalApi api = await SpoilingAsync(json => json[owner] = new JsonObject { [member] = JsonNode.Parse(value), ["extra"] = 1 });

        TaskDetailResponse done = await AssertComesOutAsync(api);

        JsonElement written = JsonSerializer.SerializeToElement(done).GetProperty(owner);
        Assert.Equal((value, 1), (written.GetProperty(member).GetRawText(), written.GetProperty("extra").GetInt32()));
        Assert.Null(done.AdditionalProperties);
    }

    [Fact]
    public async Task AnOddEntryOfTheResults_IsLeftOut_AndTheGoodOnesAreThere()
    {
        await using LocalApi api = await SpoilingAsync(json =>
        {
            if (json["results"] is JsonArray results) json["results"] = new JsonArray(null, results[0]!.DeepClone(), 5, new JsonObject());
        });
        GenerationTask<TaskDetailResponse> task = await api.Client.SubmitAsync(Requests.Valid, TestContext.Current.CancellationToken);

        TaskDetailResponse done;
        do
        {
            done = await task.RefreshAsync(TestContext.Current.CancellationToken);
        }
        while (done.Status != GenerationStatus.Completed);

        Assert.StartsWith(api.Simulator.BaseAddress.AbsoluteUri, Assert.Single(done.Results!).AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(4, done.AdditionalProperties!["results"].GetArrayLength());
    }

    private static Task<LocalApi> SpoilingAsync(Action<JsonObject> edit) => LocalApi.StartAsync(
        _ => TaskScript.Completing(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100)) with { Edit = edit });

    private static async Task<TaskDetailResponse> AssertComesOutAsync(LocalApi api)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        int reports = 0;
        Report progress = new(() => reports++);

        GenerationTask<TaskDetailResponse> task = await api.Client.SubmitAsync(Requests.Valid, cancellation);
        TaskDetailResponse? watched = null;
        await foreach (TaskDetailResponse update in api.Client.Resume(task.Id).WatchAsync(cancellation)) watched = update;
        TaskDetailResponse waited = await api.Client.Resume(task.Id).WaitAsync(cancellationToken: cancellation);
        TaskDetailResponse reported = await api.Client.Resume(task.Id).WaitAsync(progress, cancellation);
        TaskDetailResponse refreshed = await task.RefreshAsync(cancellation);
        TaskDetailResponse read = await api.Client.Tasks.GetTaskDetailAsync(task.Id, cancellation);
        Assert.All([watched!, waited, reported, refreshed, read], done => Assert.Equal((task.Id, GenerationStatus.Completed), (done.Id, done.Status!.Value)));
        Assert.Single(await api.Client.Resume(task.Id).DownloadAsync(api.Folder, cancellation));

        TaskDetailResponse generated = await api.Client.GenerateAsync(Requests.Valid, progress, cancellation);
        Assert.Equal(GenerationStatus.Completed, generated.Status);
        Assert.True(reports >= 2);
        Assert.Equal(2, api.Simulator.Ledger.Count);
        return generated;
    }

    private sealed class Report(Action report) : IProgress<TaskDetailResponse>
    {
        void IProgress<TaskDetailResponse>.Report(TaskDetailResponse value) => report();
    }
}
