using System.Diagnostics;
using System.Globalization;

namespace Evolink.Jobs.Worker;

/// <summary>The moment at which the process kills itself: the so-and-so-manyth time that it comes to a place.</summary>
/// <param name="place">The place.</param>
/// <param name="count">How often it is passed before.</param>
internal sealed class DeathPoint(string place, int count)
{
    private int _left = count;

    /// <summary>Reads <c>place:count</c>.</summary>
    public static DeathPoint Parse(string text) => text.Split(':') is [var place, var count]
        ? new DeathPoint(place, int.Parse(count, CultureInfo.InvariantCulture))
        : new DeathPoint(text, int.MaxValue);

    /// <summary>Whether this is the place and the time.</summary>
    public bool IsReached(string reached) => reached == place && Interlocked.Decrement(ref _left) == 0;

    /// <summary>Kills the process at once, as the system does: nothing is tidied up.</summary>
    public static void Die() => Process.GetCurrentProcess().Kill();
}
