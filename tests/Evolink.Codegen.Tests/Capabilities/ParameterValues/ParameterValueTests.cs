using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.ParameterValues;

/// <summary>A value is the same text in a path, a query, a header, a cookie and a form as it is in JSON.</summary>
public sealed class ParameterValueTests
{
    private static Consumer Own => Consumer.OfFile("ParameterValues/values.yaml", """
        private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

        public static Task True(EvolinkClient client) => client.Rooms.FindRoomsAsync(true, lit: true, each: new Switch[] { true, 2, "auto" }, xWarm: true, seen: true);
        public static Task False(EvolinkClient client) => client.Rooms.FindRoomsAsync(false, lit: false, each: null, xWarm: false, seen: false);
        public static Task Noons(EvolinkClient client) => client.Rooms.FindRoomsAsync(1, since: Noon, xUntil: Noon);
        public static Task Fraction(EvolinkClient client) => client.Rooms.FindRoomsAsync("auto", since: Noon.AddMilliseconds(250));
        public static Task Form(EvolinkClient client) => client.Rooms.BookRoomAsync("a", new() { Lit = true, At = Noon });
        public static Task Lamp(EvolinkClient client) => client.Lamps.RemoveLampAsync("l 1", why: "old");
        public static Task Climbing(EvolinkClient client) => client.Lamps.RemoveLampAsync("..");
        public static Task Escaped(EvolinkClient client) => client.Lamps.RemoveLampAsync("%2e%2E");
        public static Task Here(EvolinkClient client) => client.Lamps.RemoveLampAsync(".", why: "old");
        """);

    [Theory]
    [InlineData("True", "/v1/rooms/true?lit=true&each=true&each=2&each=auto", "true", "seen=true")]
    [InlineData("False", "/v1/rooms/false?lit=false", "false", "seen=false")]
    public async Task ABooleanOfAUnion_IsWrittenAsInJson(string method, string target, string header, string cookie)
    {
        Sent sent = await SendAsync(method);

        Assert.Equal((target, header, cookie), (sent.Target, sent.Header("X-Warm"), sent.Header("Cookie")));
    }

    [Theory]
    [InlineData("Noons", "/v1/rooms/1?since=2026-03-04T12%3A00%3A00%2B00%3A00")]
    [InlineData("Fraction", "/v1/rooms/auto?since=2026-03-04T12%3A00%3A00.25%2B00%3A00")]
    public async Task AMoment_HasNoFractionOfZeros(string method, string target) => Assert.Equal(target, (await SendAsync(method)).Target);

    [Fact]
    public async Task AHeader_HasTheMomentAsAQueryHasIt() => Assert.Equal("2026-03-04T12:00:00+00:00", (await SendAsync("Noons")).Header("X-Until"));

    [Fact]
    public async Task AForm_WritesThemAsAQueryDoes() => Assert.Equal("lit=true&at=2026-03-04T12%3A00%3A00%2B00%3A00", (await SendAsync("Form")).Body);

    [Fact]
    public async Task AQueryOfThePathItself_StaysAheadOfTheOthers() => Assert.Equal("/v1/lamps/l%201?mode=hard&why=old", (await SendAsync("Lamp")).Target);

    [Theory]
    [InlineData("Climbing")]
    [InlineData("Escaped")]
    [InlineData("Here")]
    public async Task AParameterThatClimbs_IsRefused_AlsoAheadOfAQueryOfThePath(string method)
    {
        ArgumentException refused = await Assert.ThrowsAnyAsync<ArgumentException>(() => SendAsync(method));

        Assert.Contains("/v1/lamps/{id}?mode=hard", refused.Message, StringComparison.Ordinal);
    }

    private static Task<Sent> SendAsync(string method) => Own.SendAsync(method, static () => new HttpResponseMessage(HttpStatusCode.NoContent));
}
