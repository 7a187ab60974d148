using System.Globalization;

namespace Evolink.Tests.Scenarios.Schedules;

/// <summary>
/// Random fault schedules: every charge is a create that returned or was reported, no id is lost whose bytes arrived, and nothing is paid
/// twice. <c>EVOLINK_FAULT_COUNT</c> says how many are played (300 by default), <c>EVOLINK_FAULT_SEED</c> which is the first.
/// </summary>
public sealed class RandomScheduleTests
{
    private const int AtOnce = 4;

    [Fact]
    public async Task WhateverGoesWrong_EveryChargeIsKnown_AndNothingIsPaidTwice()
    {
        int first = Number("EVOLINK_FAULT_SEED", 1);
        int count = Number("EVOLINK_FAULT_COUNT", 300);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken };

        await Parallel.ForEachAsync(Enumerable.Range(first, count), parallel, async (seed, _) =>
        {
            FaultSchedule schedule = new(seed);
            try
            {
                await ScheduleRun.PlayAsync(schedule);
            }
            catch (Exception failure)
            {
                Assert.Fail($"Seed {seed} failed. To replay it: EVOLINK_FAULT_SEED={seed} EVOLINK_FAULT_COUNT=1 dotnet test tests/Evolink.Runtime.Tests\n{schedule}\n{failure}");
            }
        });
    }

    private static int Number(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : usual;
}
