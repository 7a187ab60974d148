using Evolink.Runtime.Configuration;

namespace Evolink.Runtime.Tasks;

/// <summary>How long a wait puts up with what is not as it should be.</summary>
internal static class WaitLimits
{
    /// <summary>A task that was just created may not be found yet.</summary>
    public static readonly TimeSpan NotFoundGrace = TimeSpan.FromSeconds(15);

    /// <summary>Without one good response.</summary>
    public static readonly TimeSpan ErrorWindow = TimeSpan.FromMinutes(5);

    /// <summary>In a status that is not known.</summary>
    public static readonly TimeSpan UnknownStatus = TimeSpan.FromMinutes(10);

    /// <summary>How often a task that is completed without usable results is asked for again.</summary>
    public const int EmptyCompletions = 3;

    private static readonly TimeSpan s_imageTimeout = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(60);

    /// <summary>The whole wait: as the options say, else by the kind of task.</summary>
    public static TimeSpan Resolve(PollingSettings settings, string? type) =>
        settings.Timeout ?? (string.Equals(type, "image", StringComparison.OrdinalIgnoreCase) ? s_imageTimeout : s_timeout);
}
