using System.Globalization;

namespace Evolink.Simulation;

internal static class TaskIds
{
    public const string Prefix = "task-unified-";

    /// <summary>An id as the vendor makes them: <c>task-unified-1757169743-7cvnl5zw</c>.</summary>
    public static string New(DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{now.ToUnixTimeSeconds()}-{Random.Shared.GetString("0123456789abcdefghijklmnopqrstuvwxyz", 8)}");
}
