using System.Text.Json.Nodes;
using Evolink.Tests.Support;

namespace Evolink.Tests.Agreement;

/// <summary>
/// The generated validation and the simulator's evaluator are by the same authors, who may have misread the standard twice alike. So the same random requests
/// are put before an evaluator of others.
/// </summary>
public sealed class ThirdOpinionTests(ITestOutputHelper output)
{
    // The library is the slowest of the three by far.
    private static readonly int s_count = TestRun.Count * 2 / 5;

    public static TheoryData<string> Requests => [.. TestRun.Requests.Keys];

    [Theory]
    [MemberData(nameof(Requests))]
    public void AnEvaluatorOfOthers_FindsTheSameRequestsValid_AndNothingThatItRefusesIsSent(string request)
    {
        SpecBody body = TestRun.Requests[request];
        InstanceSource instances = new(body);
        ThirdOpinion opinion = new(body);
        int judged = 0, refused = 0;
        List<string> disagreements = [];
        for (int seed = TestRun.Seed; seed < TestRun.Seed + s_count; seed++)
        {
            JsonNode? instance = instances.Make(seed);
            if (!ThirdOpinion.CanHold(instance)) continue;

            judged++;
            bool isValid = opinion.IsValid(instance);
            IReadOnlyList<SchemaFailure> simulator = opinion.Simulator(instance);
            if (isValid != (simulator.Count == 0)) disagreements.Add($"EVOLINK_TEST_SEED={seed}: {instance?.ToJsonString()}\n  JsonSchema.Net: {isValid}\n  simulator: {string.Join(" | ", simulator)}");
            if (opinion.IsValid(DeliberateDifferences.Apply(body, instance))) continue;

            refused++;
            if (ValidationOutcome.FromGeneratedType(body, instance).IsValid) disagreements.Add($"EVOLINK_TEST_SEED={seed}: {instance?.ToJsonString()}\n  is refused by JsonSchema.Net and sent by the client");
        }

        output.WriteLine($"{judged} instances of {s_count} were judged, {refused} refused.");
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} disagreements\n{string.Join("\n", disagreements.Take(10))}");
        Assert.True(s_count < 100 || (judged > s_count / 2 && refused > s_count / 20), "Too few instances, or too few broken ones, to mean anything.");
    }
}
