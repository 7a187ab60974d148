using System.Reflection;
using System.Text.Json.Nodes;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Conformance;

/// <summary>
/// The public JSON Schema test suite (draft 2020-12) put through the generator: each schema is the member of a request, each
/// instance is read into it, judged by the emitted checks and written back. The data is not part of this repository; the folder
/// is the one that JSON_SCHEMA_TEST_SUITE names.
/// </summary>
public sealed class PublicSuiteTests(ITestOutputHelper output)
{
    private static readonly string? s_folder = Environment.GetEnvironmentVariable("JSON_SCHEMA_TEST_SUITE");

    [Fact]
    public void EveryCaseOfThePublicSuite_IsJudgedAsTheSuiteSays_AndSurvivesARoundTrip()
    {
        Assert.SkipUnless(Directory.Exists(s_folder), "JSON_SCHEMA_TEST_SUITE names no folder with the public suite.");

        IReadOnlyList<SuiteGroup> groups = SuiteGroup.All(s_folder!);
        Generation generation = GeneratorHarness.Run(groups.Select(group => (group.Path, group.Text)));
        ILookup<string, string> reported = generation.Diagnostics.ToLookup(diagnostic => diagnostic.Location.GetLineSpan().Path, diagnostic => diagnostic.Id);
        Assembly client = generation.Load();
        int agreed = 0;
        Dictionary<string, int> different = [];
        List<string> differing = [], wrong = [];
        foreach (SuiteGroup group in groups)
        {
            Type request = client.GetType("Evolink." + group.TypeName)!;
            foreach (SuiteCase suiteCase in group.Cases)
            {
                string verdict = RoundTrip.Problem(request, new JsonObject { ["value"] = suiteCase.Data?.DeepClone() });
                bool agrees = (verdict.Length == 0) == suiteCase.IsValid;
                agreed += agrees ? 1 : 0;
                if (!agrees && SuiteDifferences.Reason(group, suiteCase, [.. reported[group.Path]]) is { } reason)
                {
                    different[reason] = different.GetValueOrDefault(reason) + 1;
                    differing.Add(group.NameOf(suiteCase));
                }
                else if (!agrees)
                {
                    wrong.Add($"{group.NameOf(suiteCase)}: {(suiteCase.IsValid ? verdict : "accepted")}");
                }
            }
        }

        output.WriteLine($"Public suite: {agreed} cases agree, {differing.Count} differ deliberately, {wrong.Count} are wrong.");
        Assert.All(different, reason => output.WriteLine($"{reason.Value}: {reason.Key}"));
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.Empty(SuiteDifferences.Listed.Except(differing));
        Assert.True(agreed > 850, $"Only {agreed} cases agree.");
    }
}
