using Evolink.Jobs.Tests.Support;

namespace Evolink.Jobs.Tests.Stores;

/// <summary>What every store in a database does besides: others can write into its tables, and one row that they have spoiled stops no job.</summary>
public abstract class SqlJobStoreContract : JobStoreContract
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The table of the jobs, as SQL names it.</summary>
    private protected abstract string Table { get; }

    /// <summary>What the store has logged.</summary>
    private protected RecordingLogger Log { get; } = new();

    /// <summary>Runs a statement behind the store's back.</summary>
    private protected abstract Task ExecuteAsync(string sql);

    /// <summary>A column of a row, what it is set to, and what the reason has to say.</summary>
    public static TheoryData<string, string, string> Spoiled => new()
    {
        { "data", "'{'", "no job as JSON" },
        { "data", "''", "no job as JSON" },
        { "data", "'null'", "no job as JSON" },
        { "data", "'[]'", "no job as JSON" },
        { "data", """replace(data, '"state":"Queued"', '"state":"Paused"')""", "$.state" },
        { "data", """replace(data, '"state":"Queued"', '"state":77')""", "state that this version does not know" },
        { "data", """replace(data, '"created_at":"2026', '"created_at":"a day in 2026')""", "$.created_at" },
        { "data", """replace(data, '"not_before":"2026', '"not_before":"20266')""", "$.not_before" },
        { "data", """replace(data, '"model":"one"', '"model":null')""", "no model" },
        { "data", """replace(data, '"model":"one",', '')""", "no job as JSON" },
        { "data", """replace(data, '"id":"spoiled"', '"id":"good"')""", "another job" },
        { "data", """replace(data, '"shard":3', '"shard":256')""", "shard" },
        { "data", """replace(data, '"other_task_ids":[]', '"other_task_ids":null')""", "null for a list" },
        { "data", """replace(data, '"files":[]', '"files":[null]')""", "null in a list" },
        { "data", """replace(data, '"fallbacks":0', '"fallbacks":1')""", "more models than it names" },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public async Task ASpoiledRow_IsLeftAlone_ToldOfOnce_AndHoldsUpNoOther(string column, string value, string reason)
    {
        await Store.AddAsync(NewJob("spoiled") with { Key = "spoiled-order", NotBefore = s_now.AddSeconds(-9) }, Token);
        await Store.AddAsync(NewJob("good"), Token);
        await ExecuteAsync($"UPDATE {Table} SET {column} = {value} WHERE id = 'spoiled'");

        Assert.Equal("good", Assert.Single(await Store.FindDueAsync(null, s_now, 10, Token)).Id);
        Assert.Equal("good", Assert.Single(await Store.FindManyAsync(["spoiled", "good"], Token)).Id);
        Assert.Equal("good", (await Store.ListAsync(null, Token).SingleAsync(Token)).Id);
        Assert.Equal("good", (await Store.FindAsync("good", Token))!.Id);
        await AssertUnreadableAsync(() => Store.FindAsync("spoiled", Token));
        await AssertUnreadableAsync(() => Store.FindByKeyAsync("spoiled-order", Token));

        // The key is taken by a job that may be paid for.
        await AssertUnreadableAsync(() => Store.AddAsync(NewJob("second") with { Key = "spoiled-order" }, Token));
        Assert.Null(await Store.FindAsync("second", Token));
        Assert.StartsWith("Error: The stored job spoiled cannot be read: its column " + column, Assert.Single(Log.Naming("spoiled")), StringComparison.Ordinal);

        async Task AssertUnreadableAsync(Func<Task> ask)
        {
            EvolinkJobUnreadableException unreadable = await Assert.ThrowsAsync<EvolinkJobUnreadableException>(ask);
            Assert.Equal(("spoiled", column), (unreadable.JobId, unreadable.Column));
            Assert.Contains(reason, unreadable.Reason, StringComparison.Ordinal);
            Assert.Contains(unreadable.Reason, unreadable.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ManySpoiledRowsBeforeAGoodOne_DoNotHideIt()
    {
        for (int index = 0; index < 25; index++) await Store.AddAsync(NewJob($"spoiled-{index}") with { NotBefore = s_now.AddSeconds(-9) }, Token);
        await ExecuteAsync($"UPDATE {Table} SET data = '{{'");
        await Store.AddAsync(NewJob("good"), Token);

        Assert.Equal("good", Assert.Single(await Store.FindDueAsync(null, s_now, 10, Token)).Id);
        Assert.Equal("good", Assert.Single(await Store.FindDueAsync([3], s_now, 1, Token)).Id);
        Assert.Equal(25, Log.Lines.Count);
    }

    [Fact]
    public async Task AListOverManyPages_LeavesOutWhatCannotBeRead()
    {
        for (int index = 0; index < 450; index++) await Store.AddAsync(NewJob($"job-{index}"), Token);
        await ExecuteAsync($"UPDATE {Table} SET data = '{{' WHERE sequence BETWEEN 100 AND 300");

        Assert.Equal(450 - 201, await Store.ListAsync(null, Token).CountAsync(Token));
    }

    [Fact]
    public async Task ARowThatWasMended_IsReadAgain()
    {
        await Store.AddAsync(NewJob("spoiled"), Token);
        await ExecuteAsync($"UPDATE {Table} SET data = '-' || data");
        await Assert.ThrowsAsync<EvolinkJobUnreadableException>(() => Store.FindAsync("spoiled", Token));

        await ExecuteAsync($"UPDATE {Table} SET data = substr(data, 2)");

        Assert.Equal("spoiled", (await Store.FindAsync("spoiled", Token))!.Id);
        Assert.Single(await Store.FindDueAsync(null, s_now, 10, Token));
    }

    [Fact]
    public async Task AStateThatIsNotThatOfTheJob_IsUnreadable()
    {
        // A job that has ended must not be sent again since a column says that it is queued.
        await Store.AddAsync(NewJob("spoiled") with { State = JobState.Completed }, Token);
        await ExecuteAsync($"UPDATE {Table} SET state = 0");

        Assert.Empty(await Store.FindDueAsync(null, s_now, 10, Token));
        Assert.Equal("state", (await Assert.ThrowsAsync<EvolinkJobUnreadableException>(() => Store.FindAsync("spoiled", Token))).Column);
    }

    [Fact]
    public async Task AStateOfANewerVersion_IsDrivenByNobody()
    {
        await Store.AddAsync(NewJob("spoiled") with { State = JobState.Running, TaskId = "task-1" }, Token);
        await ExecuteAsync($"UPDATE {Table} SET state = 4, data = replace(data, '\"Running\"', '\"Reviewing\"')");

        Assert.Empty(await Store.FindDueAsync(null, s_now, 10, Token));
        Assert.Empty(await Store.FindOpenAsync(null, Token));
        await Assert.ThrowsAsync<EvolinkJobUnreadableException>(() => Store.FindAsync("spoiled", Token));
        Assert.Equal(JobWrite.Conflict, await Store.UpdateAsync(NewJob("spoiled") with { Version = 7 }, null, Token));
    }
}
