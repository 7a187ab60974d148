using Evolink.Tests.Support;

namespace Evolink.Tests.Scenarios.Schedules;

/// <summary>Plays one schedule and holds its outcomes against the ledger.</summary>
internal static class ScheduleRun
{
    public static async Task PlayAsync(FaultSchedule schedule)
    {
        CancellationTokenSource? underway = null;
        FaultPlan? plan = null;
        PlugInFaults plugIns = new(schedule.Seed);
        await using Scenario scenario = await Scenario.StartAsync(options => schedule.Apply(options) with { Faults = FaultOf }, options =>
        {
            schedule.Apply(options);
            plugIns.Apply(options);
        });
        plan = scenario.Plan.OnCreates([.. schedule.Creates]).OnQueries([.. schedule.Queries]);

        List<Outcome> outcomes = [];
        for (int call = 0; call < FaultSchedule.Tasks; call++)
        {
            using CancellationTokenSource cancel = underway = new();
            outcomes.Add(await GenerateAsync(scenario, plugIns.Progress(), cancel.Token));
        }

        AssertTruth(schedule, scenario.Simulator.Ledger, outcomes);

        Fault? FaultOf(FaultContext request)
        {
            if (request.Number == schedule.CancelAtRequest) underway!.Cancel();
            return plan!.For(request);
        }
    }

    private static async Task<Outcome> GenerateAsync(Scenario scenario, IProgress<TestTask>? progress, CancellationToken cancellationToken)
    {
        try
        {
            GenerationTask<TestTask> task = await scenario.Time.RunAsync(scenario.Client.SubmitAsync(new TestRequest(Scenario.Prompt), cancellationToken));
            try
            {
                await scenario.Time.RunAsync(task.WaitAsync(progress, cancellationToken));
                return new Outcome(task.Id, task.IdempotencyKey, SaysPerhapsPaid: false, null);
            }
            catch (Exception error) when (error is EvolinkException or OperationCanceledException)
            {
                Leaks.AssertNoKey(error);
                Assert.Equal(task.Id, Outcome.From(error).TaskId);
                return Outcome.From(error);
            }
        }
        catch (Exception error) when (error is EvolinkException or OperationCanceledException)
        {
            Leaks.AssertNoKey(error);
            return Outcome.From(error);
        }
    }

    private static void AssertTruth(FaultSchedule schedule, IReadOnlyList<LedgerEntry> ledger, List<Outcome> outcomes)
    {
        foreach (LedgerEntry charge in ledger)
        {
            Assert.True(outcomes.Count(outcome => outcome.Reports(charge) || (schedule.MayChargeTwice && outcome.IdempotencyKey == charge.IdempotencyKey)) == 1, $"A charge that nobody reports: {charge}");
            if (charge.Answer >= CreateAnswer.WithId) Assert.True(outcomes.Exists(outcome => outcome.TaskId == charge.TaskId), $"An id was lost whose bytes arrived: {charge}");
        }

        Assert.All(outcomes.Where(outcome => outcome.TaskId is not null), outcome => Assert.Contains(ledger, charge => charge.TaskId == outcome.TaskId));
        Assert.All(ledger.CountBy(charge => charge.IdempotencyKey!), key => Assert.InRange(key.Value, 1, schedule.MayChargeTwice ? 2 : 1));
    }
}
