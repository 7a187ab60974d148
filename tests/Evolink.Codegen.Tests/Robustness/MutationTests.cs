using System.Collections.Concurrent;
using System.Globalization;
using Evolink.Codegen.Tests.Robustness.Mutants;

namespace Evolink.Codegen.Tests.Robustness;

/// <summary>
/// Damaged specifications: never an exception, every diagnostic in a file, and what is emitted compiles without a warning.
/// <c>EVOLINK_MUTANT_COUNT</c> says how many are tried (2,000 by default), <c>EVOLINK_MUTANT_SEED</c> which is the first.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int AtOnce = 2;
    private const int Together = 40;
    private const int MostReported = 20;

    // No mutant takes a second. This ends a run that would never end, and names the mutant.
    private static readonly TimeSpan s_hang = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task ADamagedSpec_NeverThrows_AndTheRestCompiles()
    {
        int first = Number("EVOLINK_MUTANT_SEED", 1), count = Number("EVOLINK_MUTANT_COUNT", 2000);
        var failures = new ConcurrentBag<(int Seed, string Problem)>();
        var compiled = new ConcurrentDictionary<string, int>();
        var times = new ConcurrentBag<(TimeSpan Time, Mutant Mutant)>();
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken };

        await Parallel.ForEachAsync(Enumerable.Range(first, count).Chunk(Together), parallel, async (seeds, token) =>
        {
            var runs = new List<MutantRun>();
            foreach (int seed in seeds)
            {
                try
                {
                    MutantRun run = await Task.Run(() => MutantRun.Create(Mutant.Create(seed)), token).WaitAsync(s_hang, token);
                    times.Add((run.Time, run.Mutant));
                    run.AssertSound();
                    if (compiled.TryAdd(run.ContentHash(), seed)) runs.Add(run);
                }
                catch (Exception problem) when (problem is not OperationCanceledException)
                {
                    failures.Add((seed, problem.ToString()));
                }
            }

            foreach ((int seed, string problem) in MutantCompilation.Problems(runs)) failures.Add((seed, problem));
        });

        output.WriteLine($"{count} mutants from seed {first} gave {compiled.Count} different clients. The slowest:");
        foreach ((TimeSpan time, Mutant mutant) in times.OrderByDescending(run => run.Time).Take(3))
        {
            output.WriteLine($"{time.TotalMilliseconds:F0} ms for mutant {mutant.Seed}, of {mutant.Damage}");
        }

        Assert.True(failures.IsEmpty, Report(failures, isOnly: count == 1));
    }

    [Fact]
    public void AMutant_IsMadeOfItsSeedAlone() => Assert.All(Enumerable.Range(1, 50), seed => Assert.Equal(Mutant.Create(seed).Specs, Mutant.Create(seed).Specs));

    private static string Report(IEnumerable<(int Seed, string Problem)> failures, bool isOnly) => string.Join("\n\n", failures
        .GroupBy(failure => failure.Seed).OrderBy(mutant => mutant.Key).Take(MostReported)
        .Select(mutant =>
            $"Mutant {mutant.Key} failed. To replay it: EVOLINK_MUTANT_SEED={mutant.Key} EVOLINK_MUTANT_COUNT=1 dotnet test tests/Evolink.Codegen.Tests\n"
            + $"{Mutant.Create(mutant.Key).Damage}\n{string.Join("\n", mutant.Select(failure => failure.Problem).Distinct().Take(3))}"
            + (isOnly ? "\n" + string.Join("\n", Mutant.Create(mutant.Key).Specs.Select(spec => $"--- {spec.Path}\n{spec.Text}")) : "")));

    private static int Number(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : usual;
}
