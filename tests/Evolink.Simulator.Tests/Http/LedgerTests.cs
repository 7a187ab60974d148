using System.Net;
using System.Text.Json.Nodes;

namespace Evolink.Tests;

public sealed class LedgerTests
{
    [Fact]
    public async Task ACreate_IsChargedOnceAtTheSpecsPrice()
    {
        await using Api api = await Api.StartAsync();
        api.Time.Advance(60);
        Answer answer = await api.PostAsync(Api.Creates, Api.Film, key: "key-1");

        LedgerEntry entry = Assert.Single(api.Simulator.Ledger);

        Assert.Equal(
            new LedgerEntry((string)answer.Body["id"]!, "film-1", "createFilm", 12.5m, "key-1", api.Time.GetUtcNow(), Refunded: false, CreateAnswer.Whole), entry);
    }

    [Fact]
    public async Task AFailedTask_IsRefundedAndItsEntryStays()
    {
        await using Api api = await Api.StartAsync(options => options with
        {
            InitialCredits = 1_000_000_000,
            Script = static task => task.Number == 1 ? TaskScript.Failing(TimeSpan.FromSeconds(1), null) : TaskScript.Cancelled(TimeSpan.FromSeconds(1)),
        });
        await api.CreateAsync();
        await api.CreateAsync();
        Assert.Equal((25m, 999_999_975m), await BalanceAsync(api));

        api.Time.Advance(1);

        Assert.Equal([true, true], api.Simulator.Ledger.Select(static entry => entry.Refunded));
        Assert.Equal((0m, 1_000_000_000m), await BalanceAsync(api));
    }

    [Fact]
    public async Task CreditsThatDoNotSuffice_AreAskedForBeforeAnythingIsCreated()
    {
        await using Api api = await Api.StartAsync(options => options with
        {
            CreditsPerTask = 3,
            InitialCredits = 7,
            Script = static task => task.Number == 1 ? TaskScript.Failing(TimeSpan.FromSeconds(1), null) : null,
        });
        await api.CreateAsync();
        await api.CreateAsync();

        Answer refused = await api.PostAsync(Api.Creates, Api.Film);
        api.Time.Advance(1);
        await api.CreateAsync();

        Assert.Equal((HttpStatusCode.PaymentRequired, "insufficient_quota"), (refused.Status, refused.Error("code")));
        Assert.Equal([3m, 3m, 3m], api.Simulator.Ledger.Select(static entry => entry.Credits));
    }

    [Fact]
    public async Task TheSameKeyAndBody_GetTheFirstAnswerAgainAndCostNothing()
    {
        await using Api api = await Api.StartAsync();

        Answer first = await api.PostAsync(Api.Creates, Api.Film, key: "key-1");
        api.Time.Advance(5);
        Answer second = await api.PostAsync(Api.Creates, Api.Film, key: "key-1");
        Answer other = await api.PostAsync(Api.Creates, Api.Film, key: "key-2");

        Assert.Equal(first.Text, second.Text);
        Assert.Null(first.Header("idempotency-replayed"));
        Assert.Equal("true", second.Header("idempotency-replayed"));
        Assert.NotEqual(first.Text, other.Text);
        Assert.Equal(["key-1", "key-2"], api.Simulator.Ledger.Select(static entry => entry.IdempotencyKey));
    }

    [Fact]
    public async Task AServerThatIgnoresKeys_ChargesTwice()
    {
        await using Api api = await Api.StartAsync(options => options with { HonoursIdempotencyKeys = false });

        await api.PostAsync(Api.Creates, Api.Film, key: "key-1");
        await api.PostAsync(Api.Creates, Api.Film, key: "key-1");

        Assert.Equal(["key-1", "key-1"], api.Simulator.Ledger.Select(static entry => entry.IdempotencyKey));
    }

    [Fact]
    public async Task TheSameKeyWithAnotherBody_IsAConflict()
    {
        await using Api api = await Api.StartAsync();
        await api.PostAsync(Api.Creates, Api.Film, key: "key-1");

        Answer answer = await api.PostAsync(Api.Creates, Api.Film + " ", key: "key-1");

        Assert.Equal((HttpStatusCode.Conflict, "idempotency_conflict"), (answer.Status, answer.Error("code")));
        Assert.Single(api.Simulator.Ledger);
    }

    [Fact]
    public async Task AKeyThatCameWithARefusedBody_IsStillFree()
    {
        await using Api api = await Api.StartAsync();
        await api.PostAsync(Api.Creates, """{"model":"film-1"}""", key: "key-1");

        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync(Api.Creates, Api.Film, key: "key-1")).Status);
    }

    [Fact]
    public async Task ManyCreatesAtOnceWithOneKey_AreOneTask()
    {
        await using Api api = await Api.StartAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => api.PostAsync(Api.Creates, Api.Film, key: "key-1")));

        Assert.Single(answers.Select(static answer => answer.Text).Distinct());
        Assert.Single(api.Simulator.Ledger);
    }

    private static async Task<(decimal Used, decimal Remaining)> BalanceAsync(Api api)
    {
        JsonNode user = (await api.GetAsync("/v1/credits")).Body["data"]!["user"]!;
        return ((decimal)user["used_credits"]!, (decimal)user["remaining_credits"]!);
    }
}
