using Microsoft.Extensions.Logging;

namespace Evolink.Jobs.Orleans.Diagnostics;

/// <summary>What a cluster adds to the log of the jobs.</summary>
internal static partial class ClusterLog
{
    [LoggerMessage(20, LogLevel.Warning, "The shard {Shard} could not be taken ({Failure}); it is tried again in seconds")]
    public static partial void NotOwned(ILogger logger, int shard, string failure);

    [LoggerMessage(21, LogLevel.Debug, "The shard {Shard} did not respond ({Failure}); it is called again in seconds")]
    public static partial void NotAwake(ILogger logger, int shard, string failure);

    [LoggerMessage(22, LogLevel.Warning, "Nobody counts the jobs of the cluster right now ({Failure}); none begins until somebody does")]
    public static partial void GateFailed(ILogger logger, string failure);
}
