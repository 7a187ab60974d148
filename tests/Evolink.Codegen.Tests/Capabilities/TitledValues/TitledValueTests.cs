using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.TitledValues;

/// <summary>Values that a specification names and describes, as a caller meets them.</summary>
public sealed class TitledValueTests
{
    private static Consumer Own => Consumer.OfFile("TitledValues/spec.yaml", """
        public static Task Send(EvolinkClient client) => client.TitledValues.PutTitledValuesAsync(new()
        {
            Level = DemoLevel.ALLOFIT, Style = DemoStyle.LargeBanner, Also = DemoAlso.Half, Optional = DemoOptional.Second,
            Many = [DemoManyItem.One], Kind = DemoKind.ALLOFIT, Code = DemoCode.NotFound, Color = DemoColor.Green, Either = 2,
        });

        public static async Task<string?> Read(EvolinkClient client)
        {
            Event answer = await client.TitledValues.PutTitledValuesAsync(new() { Level = DemoLevel.NONE });
            return $"{answer.Level == Level.NONE} {answer.Level} {answer.Style == EventStyle.SHIELD} {answer.Code == EventCode.Ok}";
        }
        """);

    [Fact]
    public async Task MembersHaveTheNamesThatAreGiven_AndSendTheValues() => Assert.Equal(
        """{"level":2,"style":"banner-1","also":0.5,"optional":"b","either":2,"many":[1],"kind":2,"code":404,"color":"g"}""",
        (await Own.SendAsync("Send")).Body);

    [Theory]
    [InlineData("""{"level":0,"style":"shield","code":200}""", "True 0 True True")]
    [InlineData("""{"level":7,"style":"new","code":500}""", "False 7 False False")]
    public async Task AValueThatNobodyKnewOf_IsKept(string json, string expected) =>
        Assert.Equal(expected, (await Own.RunAsync("Read", () => Consumer.Json(json))).Result);

    [Theory]
    [InlineData("DemoLevel", "Nothing &lt;at all&gt;.", "NONE")]
    [InlineData("DemoStyle", "A shield.", "SHIELD")]
    [InlineData("DemoCode", "Nothing is there.", "NotFound")]
    [InlineData("DemoColor", "As grass.", "Green")]
    [InlineData("DemoColor", "As blood.", "Red")]
    public void WhatIsSaidOfAValue_IsItsDocumentation(string type, string says, string member) =>
        Assert.Contains($"/// <summary>{says}</summary>\n    public static {type} {member} =>", string.Concat(Own.Generation.Files.Values), StringComparison.Ordinal);
}
