using System.Text;
using Evolink.Runtime.Responses;
using Evolink.Tests.Support;

namespace Evolink.Tests.Responses;

public sealed class TaskStateReaderTests
{
    private const string Whole = """
        {"created":1,"id":"task-unified-1","model":"m","object":"video.generation.task","progress":40,"status":"processing","type":"video",
         "results":["https://a.test/1.mp4","https://a.test/2.mp4"],"result_data":[{"element_id":91234567890123456789}],
         "task_info":{"can_cancel":true,"estimated_time":120.5,"video_duration":5},
         "error":{"code":404,"message":"m","type":"task_error","suggestion":"s"},"usage":{"credits":[1,2,{"a":[]}]}}
        """;

    [Fact]
    public void EveryMember_IsRead()
    {
        TaskState state = Read(Whole);

        Assert.True(state.IsWhole);
        Assert.Equal(("task-unified-1", GenerationStatus.Processing, 40d, "video"), (state.Id, state.Status, state.Progress, state.Type));
        Assert.Equal(["https://a.test/1.mp4", "https://a.test/2.mp4"], state.Results);
        Assert.True(state.HasResultData);
        Assert.Equal(TimeSpan.FromSeconds(120.5), state.EstimatedTime);
        Assert.Equal(("404", "m", "s"), (state.ErrorCode, state.ErrorMessage, state.ErrorSuggestion));
    }

    [Fact]
    public void CutAnywhere_EverythingBeforeTheCutCounts_AndNothingThrows()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Whole);
        int idEnds = Whole.IndexOf("\"model\"", StringComparison.Ordinal) - 1;
        for (int length = 0; length < whole.Length - 1; length++)
        {
            TaskState state = TaskStateReader.Read(whole.AsSpan(0, length), TestApi.Tasks);
            Assert.False(state.IsWhole);
            Assert.Equal(length >= idEnds ? "task-unified-1" : null, state.Id);
        }
    }

    [Fact]
    public void MembersOfTheWrongKind_AreAsGoodAsAbsent()
    {
        TaskState state = Read("""{"id":{"a":1},"status":["x"],"progress":true,"results":{"a":[1]},"result_data":null,"task_info":[1],"error":7,"type":null}""");

        Assert.True(state.IsWhole);
        Assert.Equal((null, default, null), (state.Id, state.Status, state.Progress));
        Assert.True(state.HasBadResult);
        Assert.False(state.HasResultData);
    }

    [Theory]
    [InlineData("{\"progress\":\"55\"}", 55d)]
    [InlineData("{\"progress\":55.5}", 55.5)]
    [InlineData("{\"progress\":\"soon\"}", null)]
    [InlineData("{\"progress\":1e999}", null)]
    public void Progress_MayBeText(string json, double? expected) => Assert.Equal(expected, Read(json).Progress);

    [Theory]
    [InlineData("{}", false)]
    [InlineData("[]", false)]
    [InlineData("null", false)]
    [InlineData("{\"element_id\":1}", true)]
    [InlineData("[1]", true)]
    [InlineData("\"x\"", true)]
    public void EmptyResultData_IsNone(string data, bool expected) => Assert.Equal(expected, Read($"{{\"result_data\":{data}}}").HasResultData);

    [Theory]
    [InlineData("[\"https://a.test/x\"]", true)]
    [InlineData("[\"http://a.test/x\"]", true)]
    [InlineData("[\"ftp://a.test/x\"]", false)]
    [InlineData("[\"/relative\"]", false)]
    [InlineData("[\"file:///etc/passwd\"]", false)]
    [InlineData("[\"https://a.test/x\",\"file:///etc/passwd\"]", true)]
    [InlineData("[\"https://a.test/x\",5]", true)]
    [InlineData("[]", false)]
    public void Results_AreUsable_IfOneIsAWebAddress(string results, bool expected) => Assert.Equal(expected, Read($"{{\"results\":{results}}}").HasUsableResults);

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("null")]
    [InlineData("{\"id\":\"a\",]")]
    [InlineData("[{\"id\":\"a\"}]")]
    public void WhatIsNoTask_IsNotWhole(string text) => Assert.False(Read(text).IsWhole);

    private static TaskState Read(string json) => TaskStateReader.Read(Encoding.UTF8.GetBytes(json), TestApi.Tasks);
}
