using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;
using Evolink.Tests.Support;

namespace Evolink.Tests.Agreement;

/// <summary>The generated validation against an interpreter of the schemas that shares no code with it.</summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    public static TheoryData<string> Requests => [.. TestRun.Requests.Keys];

    [Theory]
    [MemberData(nameof(Requests))]
    public void TheGeneratedValidationAndTheSimulator_Agree_AndBlameTheSameMembers(string request)
    {
        SpecBody body = TestRun.Requests[request];
        InstanceSource instances = new(body);
        int valid = 0, unread = 0;
        List<string> disagreements = [];
        for (int seed = TestRun.Seed; seed < TestRun.Seed + TestRun.Count; seed++)
        {
            JsonNode? instance = instances.Make(seed);
            ValidationOutcome generated = ValidationOutcome.FromGeneratedType(body, instance);
            ValidationOutcome simulator = ValidationOutcome.FromSimulator(body, instance);
            if (simulator.IsValid) valid++;
            if (generated.IsUnread) unread++;
            if (!generated.AgreesWith(simulator))
                disagreements.Add($"EVOLINK_TEST_SEED={seed}: {instance?.ToJsonString()}\n  generated: {generated}\n  simulator: {simulator}");
        }

        int broken = TestRun.Count - valid - unread;
        output.WriteLine($"{TestRun.Count} instances: {valid} valid, {unread} of another JSON kind, {broken} that break a rule.");
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} disagreements\n{string.Join("\n", disagreements.Take(10))}");
        // An upload has fewer rules to break than a model's request.
        int least = TestRun.Count / (body.Schema["properties"]?["model"] is not null ? 10 : 20);
        Assert.True(TestRun.Count < 250 || int.Min(valid, broken) > least, "Too few valid or too few broken instances to mean anything.");
    }

    // What JSON Schema cannot say has values of its own in the random requests, without which nobody would ask for it.
    [Theory]
    [InlineData("x-evolink-compare")]
    [InlineData("x-evolink-size")]
    [InlineData("x-evolink-max-items-total")]
    public void AnExtensionThatIsChecked_IsBrokenInEverySpecThatHasIt(string keyword)
    {
        SpecBody[] bodies = [.. TestRun.Requests.Values.Where(body => body.Schema.ToJsonNode()!.ToJsonString().Contains($"\"{keyword}\"", StringComparison.Ordinal))];

        Assert.NotEmpty(bodies);
        Assert.All(bodies, body => Assert.Contains(
            Enumerable.Range(1, 500).Select(new InstanceSource(body).Make),
            instance => body.File.Validator.Evaluate(body.Media["schema"]!.Pointer, Json.Element(instance)).Any(failure => failure.Keyword == keyword)));
    }
}
