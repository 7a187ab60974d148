using System.Text;
using Evolink.Runtime.Responses;
using Evolink.Tests.Support;

namespace Evolink.Tests.Responses;

/// <summary>What a wait reads from members that are not as they should be.</summary>
public sealed class TaskStateContentTests
{
    [Theory]
    [InlineData("""{"id":"good","id":null}""", "good")]
    [InlineData("""{"id":null,"id":"good"}""", "good")]
    [InlineData("""{"id":"","id":"good"}""", "good")]
    [InlineData("""{"id":" ","id":{"id":"x"},"id":"good"}""", "good")]
    [InlineData("""{"id":"good","id":"other"}""", "good")]
    [InlineData("""{"id":1234567890123456789}""", "1234567890123456789")]
    [InlineData("""{"id":true}""", null)]
    [InlineData("""{"data":{"id":"nested"}}""", null)]
    [InlineData("""{"id":"good","rest":""", "good")]
    [InlineData("""{"a":"\ud83d","id":"good"}""", "good")]
    [InlineData("""{"\ud83d":1,"id":"good"}""", "good")]
    public void TheFirstGoodId_Counts(string json, string? expected) => Assert.Equal(expected, Read(json).Id);

    [Fact]
    public void AnIdThatNoAddressCouldCarry_IsNone() => Assert.Null(Read($$"""{"id":"{{new string('x', 100_000)}}"}""").Id);

    [Theory]
    [InlineData("45.5", 45.5)]
    [InlineData("\"45%\"", 45d)]
    [InlineData("\" 45.5 % \"", 45.5)]
    [InlineData("\"\"", null)]
    [InlineData("[45]", null)]
    [InlineData("45,\"progress\":null", 45d)]
    public void Progress_IsRead(string progress, double? expected) => Assert.Equal(expected, Read($$"""{"progress":{{progress}}}""").Progress);

    [Theory]
    [InlineData("12.5")]
    [InlineData("\"12.5\"")]
    [InlineData("\"12.5s\"")]
    public void TheEstimate_MayBeAFraction(string estimate) =>
        Assert.Equal(TimeSpan.FromSeconds(12.5), Read($$$"""{"task_info":{"estimated_time":{{{estimate}}}}}""").EstimatedTime);

    [Theory]
    [InlineData("12.5", "12.5")]
    [InlineData("\"12.5\"", "12.5")]
    [InlineData("-1", null)]
    [InlineData("1e300", null)]
    [InlineData("[]", null)]
    public void TheCreditsReserved_AreRead_WhereTheyAreAnAmount(string credits, string? expected) =>
        Assert.Equal(expected, Read($$$"""{"usage":{"credits_reserved":{{{credits}}}}}""").CreditsReserved?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("COMPLETED")]
    [InlineData(" completed ")]
    [InlineData("Completed\\n")]
    [InlineData("completed\",\"status\":null,\"status\":\"")]
    public void AStatus_IsRecognised(string status) => Assert.Equal(GenerationStatus.Completed, Read($$"""{"status":"{{status}}"}""").Status);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("false")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("0")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public void AFinishedTask_IsFinished_WhateverItsErrorIs(string error) =>
        Assert.True(Read($$"""{"status":"completed","results":["https://a.test/1"],"error":{{error}}}""").IsEnd);

    [Theory]
    [InlineData("""["https://a.test/1",null]""", "https://a.test/1")]
    [InlineData("""[17,{},[],"https://a.test/1","https://a.test/2"]""", "https://a.test/1 https://a.test/2")]
    [InlineData("""[{"url":"https://a.test/1","width":5}]""", "https://a.test/1")]
    [InlineData("""[{"thumbnail_url":"https://a.test/t","url":"https://a.test/1"}]""", "https://a.test/1")]
    [InlineData("""[{"video_url":"https://a.test/1","other_url":"https://a.test/2"}]""", "https://a.test/1")]
    [InlineData("""[{"url":null,"file_url":"https://a.test/1"}]""", "https://a.test/1")]
    [InlineData("\"https://a.test/1\"", "https://a.test/1")]
    [InlineData("""{"url":"https://a.test/1"}""", "https://a.test/1")]
    [InlineData("""["https://a.test/1"],"results":null""", "https://a.test/1")]
    [InlineData("""["https://a.test/1"],"results":[]""", "https://a.test/1")]
    [InlineData("""[" https://a.test/1 "]""", "https://a.test/1")]
    [InlineData("""["ftp://a.test/1",null]""", "")]
    [InlineData("17", "")]
    public void Results_AreWhateverPlainlyIsAnAddress(string results, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read($$"""{"results":{{results}}}""").Results));

    [Theory]
    [InlineData("\"error\":{\"code\":\"c\",\"message\":\"no light\"}", "c", "no light")]
    [InlineData("\"error\":\"no light\"", null, "no light")]
    [InlineData("\"error\":[{\"message\":\"no light\"}]", null, "no light")]
    [InlineData("\"error\":null,\"message\":\"no light\"", null, "no light")]
    [InlineData("\"error\":\"\",\"failure_reason\":\"no light\"", null, "no light")]
    [InlineData("\"error\":{},\"message\":\"no light\",\"code\":\"c\"", "c", "no light")]
    [InlineData("\"message\":\"no light\",\"title\":\"my film\",\"type\":\"video\"", null, "no light")]
    [InlineData("\"title\":\"my film\",\"description\":\"a cat\"", null, null)]
    [InlineData("\"error\":{\"error\":{\"code\":7,\"message\":\"no light\"}}", null, "no light")]
    public void TheReasonOfAFailedTask_IsFound(string members, string? code, string? message)
    {
        TaskState state = Read($$"""{"id":"t","status":"failed",{{members}}}""");

        Assert.Equal((code, message), (state.ErrorCode, state.ErrorMessage));
    }

    private static TaskState Read(string json) => TaskStateReader.Read(Encoding.UTF8.GetBytes(json), TestApi.Tasks);
}
