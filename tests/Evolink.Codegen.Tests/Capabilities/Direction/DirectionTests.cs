using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Direction;

/// <summary><c>readOnly</c> and <c>writeOnly</c>: a member of one direction is no property in the other.</summary>
public sealed class DirectionTests
{
    private const string Own = """
        public static async Task<string> Both(EvolinkClient client)
        {
            Account answer = await client.Direction.PutDirectionAsync(new DirectionRequest
            {
                Name = "Ann", Password = "secret", Keys = [new DirectionKey { Secret = "x" }],
            });
            return $"{answer.Id}, {answer.Keys![0].Created:yyyy}";
        }

        public static string Requests() => string.Join(", ", typeof(DirectionRequest).GetProperties().Select(property => property.Name).Order());

        public static string Answers() => string.Join(", ", typeof(Account).GetProperties().Select(property => property.Name).Order());
        """;

    private static readonly Lazy<Consumer> s_client = new(() => Consumer.Create(CapabilityCase.SpecOf("Direction"), Own.Replace("DirectionRequest", "DemoRequest", StringComparison.Ordinal).Replace("DirectionKey", "DemoKey", StringComparison.Ordinal)));

    [Fact]
    public async Task ARequestIsSentWithoutWhatOnlyTheServiceGives_AndItsAnswerHasIt()
    {
        (object? result, IReadOnlyList<Sent> sent) = await s_client.Value.RunAsync(
            "Both", () => Consumer.Json("""{"id":"a-1","name":"Ann","keys":[{"created":"2026-01-31T12:30:00Z"}]}"""));

        Assert.Equal("a-1, 2026", result);
        Assert.Equal("""{"name":"Ann","password":"secret","keys":[{"secret":"x"}]}""", Assert.Single(sent).Body);
    }

    [Theory]
    [InlineData("Requests", "AdditionalProperties, Keys, Name, Password")]
    [InlineData("Answers", "AdditionalProperties, Id, Keys, Name")]
    public void EachDirection_HasItsOwnMembers(string method, string members) => Assert.Equal(members, s_client.Value.Call(method));
}
