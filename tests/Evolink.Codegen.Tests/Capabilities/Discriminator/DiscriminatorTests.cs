using System.Text.Json.Nodes;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Discriminator;

/// <summary>A discriminator's cases are records of one base; one that nobody knows yet is kept.</summary>
public sealed class DiscriminatorTests
{
    private const string Own = """
        public static async Task<string> Cases(EvolinkClient client)
        {
            Drawing answer = await client.Discriminator.PutDiscriminatorAsync(new DemoRequest
            {
                Shape = new DemoCircle { Radius = 1.5 },
                Hint = new DemoTextHint { Text = "hello" },
            });
            return answer.Shape switch
            {
                Circle circle => $"a circle of {circle.Radius}",
                UnknownShape unknown => $"{unknown.Kind} with {unknown.AdditionalProperties!["points"]} points",
                _ => "another",
            };
        }

        public static async Task<string> Back(EvolinkClient client)
        {
            Drawing answer = await client.Discriminator.PutDiscriminatorAsync(new DemoRequest { Shape = new DemoBox { Kind = "cube", Side = 2 } });
            return JsonSerializer.Serialize(answer);
        }
        """;

    private static readonly Lazy<Consumer> s_client = new(() => Consumer.Create(CapabilityCase.SpecOf("Discriminator"), Own));

    [Fact]
    public async Task ACase_FixesTheMemberThatTellsItApart()
    {
        (object? result, IReadOnlyList<Sent> sent) = await s_client.Value.RunAsync("Cases", () => Consumer.Json("""{"shape":{"kind":"round","radius":1.5}}"""));

        Assert.Equal("a circle of 1.5", result);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"shape":{"kind":"round","radius":1.5},"hint":{"type":"TextHint","text":"hello"}}"""),
            JsonNode.Parse(Assert.Single(sent).Body!)), sent[0].Body);
    }

    [Fact]
    public async Task AnUnknownCase_IsKeptWithItsMembers()
    {
        const string Answer = """{"shape":{"kind":"star","points":5}}""";

        Assert.Equal("star with 5 points", (await s_client.Value.RunAsync("Cases", () => Consumer.Json(Answer))).Result);
        Assert.Equal(Answer, (await s_client.Value.RunAsync("Back", () => Consumer.Json(Answer))).Result);
    }
}
