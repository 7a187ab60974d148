namespace Evolink.Tests.Faults;

public sealed class ConnectionFaultTests
{
    [Fact]
    public async Task AResetBeforeReading_ChargesNothing()
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.ResetBeforeReading());
        using RawClient client = await RawClient.ConnectAsync(api.Simulator);
        await client.SendAsync($"POST {Api.Creates} HTTP/1.1\r\n{client.Headers(Api.Film.Length)}");

        Assert.Equal(new RawReply("", WasReset: true), await client.ReceiveAsync());
        Assert.Empty(api.Simulator.Ledger);
    }

    [Fact]
    public async Task AResetDuringTheRequest_WaitsForThatMuchOfIt()
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.ResetDuringRequest(10));
        using RawClient client = await RawClient.ConnectAsync(api.Simulator);
        await client.SendAsync($"POST {Api.Creates} HTTP/1.1\r\n{client.Headers(Api.Film.Length)}{Api.Film[..10]}");

        Assert.Equal(new RawReply("", WasReset: true), await client.ReceiveAsync());
        Assert.Empty(api.Simulator.Ledger);
        Assert.Equal(0, Assert.Single(api.Simulator.Requests).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AResetAfterTheRequest_SaysNothing_AndMayHaveCharged(bool carriesOut)
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.ResetAfterRequest(carriesOut));

        Assert.Equal(new RawReply("", WasReset: true), await RawClient.CreateAsync(api.Simulator, "key-1"));
        Assert.Equal(carriesOut ? [("key-1", CreateAnswer.None)] : [], api.Simulator.Ledger.Select(entry => (entry.IdempotencyKey!, entry.Answer)));
    }

    [Fact]
    public async Task AResetDuringTheHeaders_CutsThem()
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.ResetDuringHeaders());

        RawReply reply = await RawClient.CreateAsync(api.Simulator);

        Assert.True(reply.WasReset);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\n\r\n", reply.Text, StringComparison.Ordinal);
        Assert.Equal(CreateAnswer.WithoutId, Assert.Single(api.Simulator.Ledger).Answer);
    }

    [Theory]
    [InlineData(20, CreateAnswer.WithoutId)]
    [InlineData(100, CreateAnswer.WithId)]
    public async Task AResetDuringTheBody_CutsIt_AndTheLedgerKnowsWhetherTheIdLeft(int bytes, CreateAnswer sent)
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.ResetDuringBody(bytes));

        RawReply reply = await RawClient.CreateAsync(api.Simulator);
        LedgerEntry entry = Assert.Single(api.Simulator.Ledger);

        Assert.True(reply.WasReset);
        Assert.Equal(bytes, reply.Body.Length);
        Assert.Equal(sent, entry.Answer);
        Assert.Equal(sent == CreateAnswer.WithId, reply.Body.Contains($"\"{entry.TaskId}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(100_000)]
    public async Task ATruncatedAnswer_EndsInGoodOrder_BeforeItsLength(int bytes)
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.Truncated(bytes));

        RawReply reply = await RawClient.CreateAsync(api.Simulator);

        Assert.False(reply.WasReset);
        Assert.InRange(reply.Body.Length, 1, int.Parse(reply.Header("Content-Length")!, System.Globalization.CultureInfo.InvariantCulture) - 1);
    }

    [Theory]
    [InlineData(57, CreateAnswer.WithoutId)]
    [InlineData(100, CreateAnswer.WithId)]
    public async Task TheFramingOfAChunk_IsNoPartOfTheAnswer(int bytes, CreateAnswer sent)
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.UnendedChunks(bytes));

        await RawClient.CreateAsync(api.Simulator);

        Assert.Equal(sent, Assert.Single(api.Simulator.Ledger).Answer);
    }

    [Fact]
    public async Task UnendedChunks_LackTheLastOne()
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.UnendedChunks());

        RawReply reply = await RawClient.CreateAsync(api.Simulator);

        Assert.Equal("chunked", reply.Header("Transfer-Encoding"));
        Assert.EndsWith("}\r\n", reply.Text, StringComparison.Ordinal);
        Assert.False(reply.WasReset);
    }

    [Fact]
    public async Task AStall_IsSilent_UntilItsTimeIsOver()
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.Stall(TimeSpan.FromMinutes(1)));
        using RawClient client = await RawClient.ConnectAsync(api.Simulator);
        await client.SendCreateAsync();

        Task<RawReply> reply = client.ReceiveAsync();
        await api.AdvanceAsync(TimeSpan.FromSeconds(59));
        Assert.False(reply.IsCompleted);
        api.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(new RawReply("", WasReset: true), await reply);
        Assert.Single(api.Simulator.Ledger);
    }

    [Theory]
    [InlineData(0, "\r\n\r\n")]
    [InlineData(8, "{\"create")]
    public async Task AStallWithinTheAnswer_ComesAfterThatMuchOfIt(int bytes, string end)
    {
        await using FaultApi api = await FaultApi.StartAsync(bytes == 0 ? Fault.StallAfterHeaders(TimeSpan.FromMinutes(1)) : Fault.StallDuringBody(bytes, TimeSpan.FromMinutes(1)));
        using RawClient client = await RawClient.ConnectAsync(api.Simulator);
        await client.SendCreateAsync();

        RawReply begun = await client.ReceiveAsync(until: end);
        await api.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(bytes, begun.Body.Length);
        Assert.Equal(new RawReply("", WasReset: true), await client.ReceiveAsync());
    }

    [Fact]
    public async Task ADrip_SendsPieceByPiece_AndAllOfIt()
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.Drip(100, TimeSpan.FromSeconds(1)));
        using RawClient client = await RawClient.ConnectAsync(api.Simulator);
        await client.SendCreateAsync();
        RawReply head = await client.ReceiveAsync(until: "\r\n\r\n");

        Task<RawReply> reply = client.ReceiveAsync();
        int length = int.Parse(head.Header("Content-Length")!, System.Globalization.CultureInfo.InvariantCulture);
        for (int sent = 0; sent < length; sent += 100) await api.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(length, (await reply).Text.Length);
        Assert.Equal(CreateAnswer.Whole, Assert.Single(api.Simulator.Ledger).Answer);
    }

    [Fact]
    public async Task ALateAnswer_IsChargedAtOnce_AndAnsweredLater()
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.Late(TimeSpan.FromSeconds(70)));
        using RawClient client = await RawClient.ConnectAsync(api.Simulator);
        await client.SendCreateAsync();
        while (api.Time.Timers == 0) await Task.Yield();
        Assert.Equal(CreateAnswer.None, Assert.Single(api.Simulator.Ledger).Answer);

        api.Time.Advance(TimeSpan.FromSeconds(70));

        Assert.Contains(api.Simulator.Ledger[0].TaskId, (await client.ReceiveAsync()).Body, StringComparison.Ordinal);
        Assert.Equal(CreateAnswer.Whole, Assert.Single(api.Simulator.Ledger).Answer);
    }

    [Fact]
    public async Task AReplay_IsNoCharge_AndAnswersTheFirstOne()
    {
        await using FaultApi api = await FaultApi.StartAsync(Fault.ResetAfterRequest());

        await RawClient.CreateAsync(api.Simulator, "key-1");
        RawReply again = await RawClient.CreateAsync(api.Simulator, "key-1");

        Assert.Equal("true", again.Header("idempotency-replayed"));
        Assert.Equal(CreateAnswer.Whole, Assert.Single(api.Simulator.Ledger).Answer);
    }
}
