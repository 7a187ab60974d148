namespace Evolink.Jobs.Tests.Stores;

/// <summary>What every store of jobs does. A store's own tests derive from it.</summary>
public abstract class JobStoreContract
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>An empty store.</summary>
    private protected abstract IJobStore Store { get; }

    [Fact]
    public async Task AJob_IsReadAsItWasWritten()
    {
        GenerationJob job = NewJob("job-1") with
        {
            Key = "order-4711",
            SaveTo = "/out",
            MaxCredits = 12.5m,
            Credits = 0.1m,
            FallbackModels = ["two", "three"],
            SubmitRetry = SubmitRetry.OnceWithSameKey,
            ExpiresAfter = TimeSpan.FromHours(3),
            Request = """{"model":"one","prompt":"Ein „Ärger“ mit 🐱 und 'quotes'"}""",
        };
        await Store.AddAsync(job, Token);

        Assert.Equivalent(job, await Store.FindAsync("job-1", Token), strict: true);
        Assert.Equivalent(job, await Store.FindByKeyAsync("order-4711", Token), strict: true);
    }

    [Fact]
    public async Task AWrittenJob_KeepsEverything()
    {
        await Store.AddAsync(NewJob("job-1"), Token);
        GenerationJob ended = NewJob("job-1") with
        {
            State = JobState.Expired,
            TaskId = "task-1",
            OtherTaskIds = ["task-0"],
            Error = new JobError("results_expired", "Gone: 'drop table'"),
            Files = ["/out/a.mp4"],
            Result = """{"status":"completed"}""",
            EndedAt = s_now.AddMinutes(3),
            SubmittedAt = s_now.AddMinutes(1),
            Sends = 2,
            Attempts = 3,
            Progress = 99.5,
            CancelRequested = true,
            IsResolved = true,
        };

        Assert.Equal(JobWrite.Stored, await Store.UpdateAsync(ended, null, Token));
        Assert.Equivalent(ended with { Version = 1 }, await Store.FindAsync("job-1", Token), strict: true);
    }

    [Fact]
    public async Task WhatIsNotThere_IsNull()
    {
        Assert.Null(await Store.FindAsync("job-1", Token));
        Assert.Null(await Store.FindByKeyAsync("order", Token));
        Assert.Equal(JobWrite.Conflict, await Store.UpdateAsync(NewJob("job-1"), null, Token));
    }

    [Fact]
    public async Task ASecondJobOfAKey_IsTheFirst()
    {
        await Store.AddAsync(NewJob("job-1") with { Key = "order" }, Token);
        GenerationJob stored = await Store.AddAsync(NewJob("job-2") with { Key = "order" }, Token);

        Assert.Equal("job-1", stored.Id);
        Assert.Null(await Store.FindAsync("job-2", Token));
    }

    [Fact]
    public async Task JobsWithoutAKey_AreSeveral()
    {
        await Store.AddAsync(NewJob("job-1"), Token);
        await Store.AddAsync(NewJob("job-2"), Token);

        Assert.Equal(["job-1", "job-2"], await Store.ListAsync(null, Token).Select(static job => job.Id).ToListAsync(Token));
    }

    [Fact]
    public async Task ManyAtOnceOfOneKey_GiveOneJob()
    {
        GenerationJob[] stored = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => Task.Run(() => Store.AddAsync(NewJob($"job-{index}") with { Key = "order" }, Token), Token)));

        Assert.Single(stored.Select(static job => job.Id).Distinct());
        Assert.Single(await Store.ListAsync(null, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task AWriteOfAnotherVersion_IsRefused()
    {
        await Store.AddAsync(NewJob("job-1"), Token);
        await Store.UpdateAsync(NewJob("job-1") with { State = JobState.Submitting }, null, Token);

        Assert.Equal(JobWrite.Conflict, await Store.UpdateAsync(NewJob("job-1") with { State = JobState.Canceled }, null, Token));
        Assert.Equal(JobState.Submitting, (await Store.FindAsync("job-1", Token))!.State);
    }

    [Fact]
    public async Task OfManyWritesOfOneVersion_OnePasses()
    {
        await Store.AddAsync(NewJob("job-1"), Token);
        JobWrite[] writes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Store.UpdateAsync(NewJob("job-1") with { State = JobState.Submitting }, null, Token), Token)));

        Assert.Single(writes, JobWrite.Stored);
    }

    [Fact]
    public async Task AWriteUnderAnOlderEpoch_IsRefused()
    {
        await Store.AddAsync(NewJob("job-1"), Token);
        using JobLease old = await Store.AcquireAsync(3, "old", Token);
        old.Dispose();
        using JobLease lease = await Store.AcquireAsync(3, "new", Token);

        Assert.True(lease.Epoch > old.Epoch);
        Assert.Equal(JobWrite.Fenced, await Store.UpdateAsync(NewJob("job-1") with { State = JobState.Submitting }, old.Epoch, Token));
        Assert.Equal(JobWrite.Stored, await Store.UpdateAsync(NewJob("job-1") with { State = JobState.Submitting }, lease.Epoch, Token));
    }

    [Fact]
    public async Task AFact_IsWrittenWithoutAnEpoch()
    {
        await Store.AddAsync(NewJob("job-1"), Token);
        using JobLease lease = await Store.AcquireAsync(null, "new", Token);

        Assert.Equal(JobWrite.Stored, await Store.UpdateAsync(NewJob("job-1") with { TaskId = "task-1" }, null, Token));
    }

    [Fact]
    public async Task AShardTakenOver_LeavesTheOthersAlone()
    {
        await Store.AddAsync(NewJob("job-1"), Token);
        long mine;
        using (JobLease all = await Store.AcquireAsync(null, "all", Token)) mine = all.Epoch;
        using (JobLease other = await Store.AcquireAsync(4, "other", Token)) Assert.True(other.Epoch > mine);

        Assert.Equal(JobWrite.Stored, await Store.UpdateAsync(NewJob("job-1") with { State = JobState.Submitting }, mine, Token));
    }

    [Fact]
    public async Task TakingAllShards_FencesEachOfThem()
    {
        long one;
        await Store.AddAsync(NewJob("job-1"), Token);
        using (JobLease shard = await Store.AcquireAsync(3, "one", Token)) one = shard.Epoch;
        using JobLease all = await Store.AcquireAsync(null, "all", Token);

        Assert.True(all.Epoch > one);
        Assert.Equal(JobWrite.Fenced, await Store.UpdateAsync(NewJob("job-1"), one, Token));
    }

    [Fact]
    public async Task DueJobs_AreThoseThatHaveWaitedLongest()
    {
        await Store.AddAsync(NewJob("late") with { NotBefore = s_now.AddSeconds(1) }, Token);
        await Store.AddAsync(NewJob("second") with { NotBefore = s_now }, Token);
        await Store.AddAsync(NewJob("first") with { NotBefore = s_now.AddSeconds(-9) }, Token);
        await Store.AddAsync(NewJob("other") with { Shard = 4 }, Token);
        await Store.AddAsync(NewJob("running") with { State = JobState.Running }, Token);

        Assert.Equal(["first", "second"], Ids(await Store.FindDueAsync([3], s_now, 10, Token)));
        Assert.Equal(["first"], Ids(await Store.FindDueAsync([3], s_now, 1, Token)));
        Assert.Equal(3, (await Store.FindDueAsync(null, s_now, 10, Token)).Count);
        Assert.Equal(["first", "other", "second"], Ids(await Store.FindDueAsync([3, 4, 255], s_now, 10, Token)).Order());
        Assert.Empty(await Store.FindDueAsync([], s_now, 10, Token));
    }

    [Fact]
    public async Task OpenJobs_AreThoseUnderWay()
    {
        foreach (JobState state in Enum.GetValues<JobState>()) await Store.AddAsync(NewJob(state.ToString()) with { State = state }, Token);
        await Store.AddAsync(NewJob("other") with { State = JobState.Running, Shard = 4 }, Token);

        Assert.Equal(["Running", "Saving", "Submitting"], (await Store.FindOpenAsync([3], Token)).Select(static job => job.Id).Order());
        Assert.Equal(4, (await Store.FindOpenAsync(null, Token)).Count);
        Assert.Equal(4, (await Store.FindOpenAsync([3, 4], Token)).Count);
        Assert.All(await Store.FindOpenAsync([3], Token), static job => Assert.Equal(job.Id, job.State.ToString()));
    }

    [Fact]
    public async Task ManyJobs_AreReadAtOnce()
    {
        foreach (string id in (string[])["job-1", "job-2", "job-\"3\""]) await Store.AddAsync(NewJob(id), Token);

        Assert.Equal(["job-\"3\"", "job-1"], Ids(await Store.FindManyAsync(["job-1", "job-\"3\"", "none"], Token)).Order(StringComparer.Ordinal));
        Assert.Empty(await Store.FindManyAsync([], Token));
    }

    [Fact]
    public async Task TheTimeOfTheStore_GoesOn()
    {
        DateTimeOffset first = await Store.GetTimeAsync(Token);

        Assert.InRange(await Store.GetTimeAsync(Token), first, first.AddMinutes(5));
    }

    [Fact]
    public async Task TheCreditsOfWhatRuns_AreAddedUp()
    {
        await Store.AddAsync(NewJob("one") with { State = JobState.Submitting, Credits = 0.1m }, Token);
        await Store.AddAsync(NewJob("two") with { State = JobState.Running, Credits = 0.2m }, Token);
        await Store.AddAsync(NewJob("unknown") with { State = JobState.Running }, Token);
        await Store.AddAsync(NewJob("ended") with { State = JobState.Completed, Credits = 7 }, Token);

        Assert.Equal(0.3m, await Store.SumOpenCreditsAsync(Token));
    }

    [Fact]
    public async Task AList_IsInTheOrderOfEnqueueing_AndHoldsEachOnce()
    {
        string[] ids = [.. Enumerable.Range(0, 450).Select(index => $"job-{(index * 7919) % 450}")];
        foreach (string id in ids) await Store.AddAsync(NewJob(id) with { State = id.EndsWith('3') ? JobState.Failed : JobState.Queued }, Token);

        Assert.Equal(ids, await Store.ListAsync(null, Token).Select(static job => job.Id).ToListAsync(Token));
        Assert.Equal(ids.Where(static id => id.EndsWith('3')), await Store.ListAsync(JobState.Failed, Token).Select(static job => job.Id).ToListAsync(Token));
    }

    [Fact]
    public async Task JobsThatWaitRunAndNeedAPerson_AreCounted()
    {
        foreach (JobState state in Enum.GetValues<JobState>()) await Store.AddAsync(NewJob(state.ToString()) with { State = state }, Token);
        await Store.AddAsync(NewJob("oldest") with { NotBefore = s_now.AddMinutes(-3) }, Token);
        await Store.AddAsync(NewJob("later") with { NotBefore = s_now.AddMinutes(3) }, Token);

        JobCounts counts = await Store.CountAsync(s_now, Token);

        Assert.Equal(
            [(JobState.Queued, 3), (JobState.Submitting, 1), (JobState.Running, 1), (JobState.Saving, 1), (JobState.OutcomeUnknown, 1)],
            counts.ByState.Select(static count => (count.Key, count.Value)).OrderBy(static count => count.Key));
        Assert.Equal(s_now.AddMinutes(-3), counts.OldestDue);
        Assert.Equal((3, 0), (counts[JobState.Queued], counts[JobState.Completed]));
        Assert.Null((await Store.CountAsync(s_now.AddHours(-1), Token)).OldestDue);
    }

    [Fact]
    public async Task WhatEndedLongAgo_IsDeleted_AndNothingElse()
    {
        DateTimeOffset old = s_now.AddDays(-30), limit = s_now.AddDays(-7);
        foreach (JobState state in Enum.GetValues<JobState>()) await Store.AddAsync(NewJob($"old-{state}") with { State = state, TaskId = "task-1", SaveTo = "/out", EndedAt = state >= JobState.Completed ? old : null, CreatedAt = old, UpdatedAt = old, NotBefore = old }, Token);
        await Store.AddAsync(NewJob("young") with { Key = "order", State = JobState.Completed, EndedAt = limit }, Token);
        await Store.AddAsync(NewJob("ends-now"), Token);
        await Store.UpdateAsync(NewJob("ends-now") with { State = JobState.Failed, EndedAt = limit.AddSeconds(-1) }, null, Token);

        Assert.Equal(5, await Store.PurgeAsync(limit, 100, Token));
        Assert.Equal(0, await Store.PurgeAsync(limit, 100, Token));
        Assert.Equal(
            ["old-OutcomeUnknown", "old-Queued", "old-Running", "old-Saving", "old-Submitting", "young"],
            (await Store.ListAsync(null, Token).Select(static job => job.Id).ToListAsync(Token)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AJobThatGoesOn_IsNotDeletedForTheEndThatItHad()
    {
        GenerationJob unknown = NewJob("job-1") with { State = JobState.OutcomeUnknown, EndedAt = s_now.AddDays(-30) };
        await Store.AddAsync(unknown, Token);
        await Store.UpdateAsync(unknown with { State = JobState.Running, TaskId = "task-1", EndedAt = null }, null, Token);

        Assert.Equal(0, await Store.PurgeAsync(s_now, 100, Token));
    }

    [Fact]
    public async Task Batches_TakeTheOldestFirst_AndGiveTheKeysBack()
    {
        for (int index = 0; index < 5; index++) await Store.AddAsync(NewJob($"job-{index}") with { Key = $"order-{index}", State = JobState.Completed, EndedAt = s_now.AddDays(index - 30) }, Token);

        Assert.Equal(2, await Store.PurgeAsync(s_now, 2, Token));
        Assert.Equal(["job-2", "job-3", "job-4"], await Store.ListAsync(null, Token).Select(static job => job.Id).ToListAsync(Token));
        Assert.Null(await Store.FindByKeyAsync("order-0", Token));
        Assert.Equal("job-9", (await Store.AddAsync(NewJob("job-9") with { Key = "order-0" }, Token)).Id);
    }

    [Fact]
    public async Task ATaskIdWithANul_KeepsNoOtherHintBack()
    {
        await Store.AddHintAsync("task-1", s_now, Token);
        await Store.AddHintAsync("task\0", s_now, Token);

        Assert.Contains("task-1", await Store.FindHintsAsync(["task\0", "task-1"], Token));
    }

    [Fact]
    public async Task AHint_IsFoundByWhoeverFollowsItsTask_UntilItIsTakenAwayOrOld()
    {
        await Store.AddHintAsync("task-1", s_now, Token);
        await Store.AddHintAsync("task-1", s_now.AddSeconds(1), Token);
        await Store.AddHintAsync("task-'2'", s_now.AddSeconds(1), Token);

        Assert.Equal(["task-'2'", "task-1"], (await Store.FindHintsAsync(["task-1", "task-'2'", "task-3"], Token)).Order(StringComparer.Ordinal));
        await Store.RemoveHintsAsync(["task-'2'", "task-3"], Token);
        Assert.Equal(["task-1"], await Store.FindHintsAsync(["task-1", "task-'2'"], Token));
        Assert.Empty(await Store.FindHintsAsync([], Token));

        await Store.AddHintAsync("task-4", s_now.AddSeconds(62), Token);
        Assert.Equal(["task-4"], await Store.FindHintsAsync(["task-1", "task-4"], Token));
    }

    /// <summary>A job of the third shard.</summary>
    private protected static GenerationJob NewJob(string id) => new()
    {
        Id = id,
        Model = "one",
        RequestType = "OneRequest",
        Request = "{}",
        Shard = 3,
        CreatedAt = s_now,
        UpdatedAt = s_now,
        NotBefore = s_now,
    };

    private static IEnumerable<string> Ids(IEnumerable<GenerationJob> jobs) => jobs.Select(static job => job.Id);
}
