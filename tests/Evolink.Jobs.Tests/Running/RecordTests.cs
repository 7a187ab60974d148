using System.Net;
using Evolink.Jobs.Core;
using Evolink.Jobs.Running;
using Evolink.Jobs.Tests.Support;

namespace Evolink.Jobs.Tests.Running;

/// <summary>The record of a send is a young one when its first byte leaves, and still the sender's: others judge by it whether the send can be under way.</summary>
public sealed class RecordTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(5, false)]
    [InlineData(60, true)]
    public async Task ARecordThatHasGrownOld_IsRenewedBeforeTheSend(int seconds, bool isRenewed)
    {
        TimeSpan preparation = TimeSpan.FromSeconds(seconds);
        using BareJobs jobs = Create(_ => Task.CompletedTask, preparation);
        (GenerationJob job, long epoch) = await SubmittingAsync(jobs);

        await new JobSubmission(jobs.Services, epoch).SendAsync(job, Token);

        GenerationJob stored = (await jobs.Store.FindAsync(job.Id, Token))!;
        Assert.Equal((1, isRenewed ? 1L : 0L), (jobs.Requests, stored.Version));
        Assert.Equal(isRenewed ? job.UpdatedAt + preparation : job.UpdatedAt, stored.UpdatedAt);
    }

    [Fact]
    public async Task ARequestThatIsReadyWhenAnotherDrives_IsNotSent()
    {
        using BareJobs jobs = Create(async store => (await store.AcquireAsync(0, "another", Token)).Dispose(), TimeSpan.FromMinutes(1));
        (GenerationJob job, long epoch) = await SubmittingAsync(jobs);

        (GenerationTask? task, JobEvent happened) = await new JobSubmission(jobs.Services, epoch).SendAsync(job, Token);

        Assert.Null(task);
        Assert.Equal(0, jobs.Requests);
        Assert.Equal(Refusal.Later, Assert.IsType<JobEvent.NotCreated>(happened).Refusal);
    }

    /// <summary>Jobs whose requests take long to be made ready.</summary>
    private static BareJobs Create(Func<IJobStore, Task> meanwhile, TimeSpan preparation)
    {
        BareJobs? jobs = null;
        return jobs = new BareJobs(answer: static () => new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent("{}", null, "application/json") }, configure: options => options.CallbackUrl = () =>
        {
            meanwhile(jobs!.Store).GetAwaiter().GetResult();
            jobs.Clock.Advance(preparation);
            return null;
        });
    }

    private static async Task<(GenerationJob Job, long Epoch)> SubmittingAsync(BareJobs jobs)
    {
        using JobLease lease = await jobs.Store.AcquireAsync(0, "test", Token);
        return (await jobs.AddAsync("job-01234567890123456789", static job => job with { State = JobState.Submitting, Sends = 1 }), lease.Epoch);
    }
}
