using System.Globalization;
using System.Text.Json.Nodes;
using Evolink.Tests.Support;

namespace Evolink.Tests.Agreement;

/// <summary>
/// The generated validation against an interpreter of the schemas that shares no code with it. A run is the same each time;
/// EVOLINK_TEST_SEED starts at another seed (a failure names its own), EVOLINK_TEST_INSTANCES says how many follow.
/// </summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    private static readonly int s_seed = FromEnvironment("EVOLINK_TEST_SEED", 1);
    private static readonly int s_count = FromEnvironment("EVOLINK_TEST_INSTANCES", 1000);

    private static readonly Dictionary<string, SpecBody> s_requests = SpecBody.All
        .Where(body => body.IsRequest && body.Examples.Any())
        .ToDictionary(body => $"{body.File.FileName} {body.OperationId}");

    public static TheoryData<string> Requests => [.. s_requests.Keys];

    [Theory]
    [MemberData(nameof(Requests))]
    public void TheGeneratedValidationAndTheJudge_GiveTheSameVerdict_AndBlameTheSameMembers(string request)
    {
        SpecBody body = s_requests[request];
        InstanceSource instances = new(body);
        int valid = 0, unread = 0;
        List<string> disagreements = [];
        for (int seed = s_seed; seed < s_seed + s_count; seed++)
        {
            JsonNode? instance = instances.Make(seed);
            Verdict generated = Verdict.OfTheGeneratedType(body, instance);
            Verdict judge = Verdict.OfTheJudge(body, instance);
            if (judge.IsValid) valid++;
            if (generated.IsUnread) unread++;
            if (!generated.AgreesWith(judge))
                disagreements.Add($"EVOLINK_TEST_SEED={seed}: {instance?.ToJsonString()}\n  generated: {generated}\n  judge: {judge}");
        }

        output.WriteLine($"{s_count} instances: {valid} valid, {unread} of another JSON kind, {s_count - valid - unread} that break a rule.");
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} disagreements\n{string.Join("\n", disagreements.Take(10))}");
        Assert.True(s_count < 500 || (valid > s_count / 5 && s_count - valid - unread > s_count / 5), "Too few valid or too few broken instances.");
    }

    private static int FromEnvironment(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
