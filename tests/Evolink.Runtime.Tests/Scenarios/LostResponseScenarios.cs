using System.Net;

namespace Evolink.Tests.Scenarios;

/// <summary>Scenarios 5 and 6: the response to a create is cut, stalled, unreadable, or a server's failure.</summary>
public sealed class LostResponseScenarios
{
    /// <summary>Faults that the id survives, since its bytes came.</summary>
    public static TheoryData<string, Fault> WithId { get; } = new()
    {
        { "truncated", Fault.Truncated(100) },
        { "truncated at the last byte", Fault.Truncated(int.MaxValue) },
        { "chunks without an end", Fault.UnendedChunks() },
        { "reset", Fault.ResetDuringBody(100) },
        { "stalled", Fault.StallDuringBody(100, Scenario.Long) },
        { "dripped too slowly to end", Fault.Drip(10, TimeSpan.FromSeconds(5)) },
        { "dripped fast enough", Fault.Drip(40, TimeSpan.FromSeconds(2)) },
    };

    /// <summary>Faults that the id is lost in.</summary>
    public static TheoryData<string, Fault> WithoutId { get; } = new()
    {
        { "truncated", Fault.Truncated(20) },
        { "truncated in the id", Fault.Truncated(40) },
        { "chunks without an end", Fault.UnendedChunks(20) },
        { "reset in the headers", Fault.ResetDuringHeaders() },
        { "reset", Fault.ResetDuringBody(20) },
        { "silence", Fault.Stall(Scenario.Long) },
        { "stalled after the headers", Fault.StallAfterHeaders(Scenario.Long) },
        { "stalled", Fault.StallDuringBody(20, Scenario.Long) },
        { "dripped", Fault.Drip(1, TimeSpan.FromSeconds(5)) },
        { "garbage", Fault.Garbage(carriesOut: true) },
        { "a web page", Fault.Html(carriesOut: true) },
        { "null", Fault.Answer(200, "application/json", "null", carriesOut: true) },
        { "an answer without the id", Fault.Answer(200, "application/json", """{"status":"pending"}""", carriesOut: true) },
        { "oversized", Fault.Oversized(2L * 1024 * 1024 * 1024, carriesOut: true) },
        { "a gzip bomb", Fault.GzipBomb(200_000_000, carriesOut: true) },
    };

    [Theory]
    [MemberData(nameof(WithId), DisableDiscoveryEnumeration = true)]
    public Task AnIdWhoseBytesCame_IsNotLost(string name, Fault fault) =>
        Scenario.AssertCreateGivesItsTaskAsync(name, fault);

    [Theory]
    [MemberData(nameof(WithoutId), DisableDiscoveryEnumeration = true)]
    public async Task AnAcceptedCreateWhoseIdIsLost_IsNotSentAgain(string name, Fault fault)
    {
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnCreates(fault);

        EvolinkOutcomeUnknownException error = await Scenario.FailsAsync<EvolinkOutcomeUnknownException>(scenario.SubmitAsync());

        scenario.AssertPaid(creates: 1, charges: 1);
        Assert.True(scenario.Simulator.Ledger[0].IdempotencyKey == error.IdempotencyKey, name);
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(500, false)]
    [InlineData(502, true)]
    [InlineData(502, false)]
    [InlineData(503, true)]
    [InlineData(503, false)]
    [InlineData(504, true)]
    [InlineData(504, false)]
    public async Task AServersFailure_LeavesTheOutcomeUnknown_PaidOrNot(int status, bool paid)
    {
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnCreates(Fault.Status(status, carriesOut: paid));

        EvolinkOutcomeUnknownException error = await Scenario.FailsAsync<EvolinkOutcomeUnknownException>(scenario.SubmitAsync());

        scenario.AssertPaid(creates: 1, charges: paid ? 1 : 0);
        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Equal(scenario.Creates[0].IdempotencyKey, error.IdempotencyKey);
    }
}
