using System.Globalization;

namespace Evolink.Jobs.Tests.Support;

/// <summary>How long the random tests go on, and from which seed: the normal run is short and always the same.</summary>
internal static class Switches
{
    /// <summary>Steps of the random walks of the core.</summary>
    public static int WalkSteps { get; } = Number("EVOLINK_JOBS_WALK_STEPS", 100_000);

    /// <summary>Runs of the kill tests.</summary>
    public static int KillSeeds { get; } = Number("EVOLINK_JOBS_KILL_SEEDS", 20);

    /// <summary>The first seed.</summary>
    public static int FirstSeed { get; } = Number("EVOLINK_JOBS_SEED", 1);

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : usual;
}
