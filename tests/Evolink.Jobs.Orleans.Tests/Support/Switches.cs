using System.Globalization;

namespace Evolink.Jobs.Orleans.Tests.Support;

/// <summary>How long the random tests go on, and from which seed: the normal run is short and always the same.</summary>
internal static class Switches
{
    /// <summary>Deaths of silos; the ledger of them all is printed at the end.</summary>
    public static int Kills { get; } = Number("EVOLINK_JOBS_KILL_SEEDS", 5);

    /// <summary>The first seed.</summary>
    public static int FirstSeed { get; } = Number("EVOLINK_JOBS_SEED", 1);

    /// <summary>Skips a test of a cluster where the machine was said to be too busy for one: a silo that gets no processor for seconds is taken for dead, which is what it is then.</summary>
    public static void SkipIfTooBusy() =>
        Assert.SkipUnless(Number("EVOLINK_JOBS_CLUSTERS", 1) == 1, "EVOLINK_JOBS_CLUSTERS says that this machine is too busy for a cluster.");

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : usual;
}
