using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Tags;

/// <summary>Objects told apart by a member that is a number or a boolean, as a caller meets them.</summary>
public sealed class TagTests
{
    private static Consumer Own => Consumer.OfFile("Tags/spec.yaml", """
        public static async Task<string?> Part(EvolinkClient client)
        {
            Part? part = (await client.Tags.PutTagsAsync(new())).Part;
            return part?.AsButton is { } button ? button.Label : part?.AsRow is { } row ? $"{row.Parts?.Count} in a row" : part?.AsBox is not null ? "a box" : $"unknown {part?.Unknown}";
        }

        public static async Task<string?> Step(EvolinkClient client) => (await client.Tags.PutTagsAsync(new())).Step switch
        {
            Wait wait => $"wait {wait.Seconds}",
            Go go => go.Way,
            UnknownStep unknown => $"unknown {unknown.Order}",
            _ => null,
        };

        public static Task NewStep(EvolinkClient client) => client.Tags.PutTagsAsync(new() { Step = new DemoWait { Seconds = 5 }, Part = new DemoButton { Label = "l" } });
        """);

    [Theory]
    [InlineData("""{"type":2,"label":"go"}""", "go")]
    [InlineData("""{"label":"go","type":2.0}""", "go")]
    [InlineData("""{"type":0.2e1,"label":"go"}""", "go")]
    [InlineData("""{"type":1,"parts":[{"type":17},{"type":2}]}""", "2 in a row")]
    [InlineData("""{"type":17}""", "a box")]
    [InlineData("""{"type":3}""", """unknown {"type":3}""")]
    public async Task ANumber_IsComparedAsANumber(string part, string expected) =>
        Assert.Equal(expected, (await Own.RunAsync("Part", () => Consumer.Json($$"""{"part":{{part}}}"""))).Result);

    [Theory]
    [InlineData("""{"order":1,"seconds":7}""", "wait 7")]
    [InlineData("""{"order":20.0,"way":"north"}""", "north")]
    [InlineData("""{"order":3}""", "unknown 3")]
    public async Task ADiscriminatorMayBeANumber(string step, string expected) =>
        Assert.Equal(expected, (await Own.RunAsync("Step", () => Consumer.Json($$"""{"step":{{step}}}"""))).Result);

    [Fact]
    public async Task ACase_HasItsNumberFromTheStart() =>
        Assert.Equal("""{"part":{"type":2,"label":"l"},"step":{"order":1,"seconds":5}}""", (await Own.SendAsync("NewStep")).Body);
}
