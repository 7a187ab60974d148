using System.Globalization;
using System.Net;
using Evolink.Tests.Support;
using Evolink.Tests.Validation;

namespace Evolink.Tests.Scenarios;

/// <summary>Scenario 7: every form of Retry-After, on a machine that writes numbers and dates the German way and whose clock is a day wrong.</summary>
public sealed class RetryAfterScenarios
{
    [Theory]
    [InlineData(429, "7", 7, 7.7)]
    [InlineData(503, "7", 7, 7.7)]
    [InlineData(429, "0", 0, 0)]
    [InlineData(429, "{now+7}", 7, 7.7)]
    [InlineData(503, "{now-3600}", 0, 0)]
    [InlineData(429, "soon", 1, 2)]
    [InlineData(429, "-5", 1, 2)]
    [InlineData(429, "1,5", 1, 2)]
    [InlineData(429, null, 1, 2)]
    public async Task ATurnedAwayCreate_ComesBackWhenItIsTold_AndPaysOnce(int status, string? retryAfter, double atLeast, double atMost)
    {
        using CultureScope culture = new("de-DE");
        await using Scenario scenario = await Scenario.StartAsync();
        string? header = Header(retryAfter, scenario.Time);
        scenario.Time.WallClockError = TimeSpan.FromDays(1);
        scenario.Plan.OnCreates(Fault.Status(status, header));

        GenerationTask<TestTask> task = await scenario.SubmitAsync();

        scenario.AssertPaid(creates: 2, charges: 1);
        Assert.InRange(scenario.Time.Now.TotalSeconds, atLeast, atMost);
        Assert.Equal(scenario.Simulator.Ledger[0].TaskId, task.Id);
    }

    [Theory]
    [InlineData(429, "86400")]
    [InlineData(503, "{now+86400}")]
    public async Task ADay_IsTheCallersToWait(int status, string retryAfter)
    {
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnCreates(Fault.Status(status, Header(retryAfter, scenario.Time)));

        EvolinkApiException error = await Scenario.FailsAsync<EvolinkApiException>(scenario.SubmitAsync());

        scenario.AssertPaid(creates: 1, charges: 0);
        Assert.Equal((TimeSpan.FromDays(1), (HttpStatusCode)status), (error.RetryAfter, error.StatusCode));
        Assert.Equal(TimeSpan.Zero, scenario.Time.Now);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    public async Task A503WithoutAReadableTime_IsABare503(string retryAfter)
    {
        await using Scenario scenario = await Scenario.StartAsync();
        scenario.Plan.OnCreates(Fault.Status(503, retryAfter, carriesOut: true));

        await Scenario.FailsAsync<EvolinkOutcomeUnknownException>(scenario.SubmitAsync());

        scenario.AssertPaid(creates: 1, charges: 1);
    }

    // A date counts from the simulator's own clock, which is right.
    private static string? Header(string? form, ManualTimeProvider time) => form is null || !form.StartsWith("{now", StringComparison.Ordinal)
        ? form
        : time.GetUtcNow().AddSeconds(double.Parse(form[4..^1], CultureInfo.InvariantCulture)).ToString("R", CultureInfo.InvariantCulture);
}
