namespace Evolink;

/// <summary>How the results of one task are downloaded.</summary>
public sealed record DownloadOptions
{
    private const int MostParallel = 64;

    /// <summary>The most that one result may hold, in bytes. A larger one is given up, and its beginning deleted.</summary>
    /// <value>The default is 16 GiB: no result comes near, and a server that sends without end must not fill the disk.</value>
    public long MaxBytes { get; init; } = 16L * 1024 * 1024 * 1024;

    /// <summary>How many results of the task are downloaded at the same time, from 1 to 64. All downloads of one client together are at most 16.</summary>
    /// <value>The default is 4.</value>
    public int Parallelism { get; init; } = 4;

    /// <summary>Told after every piece that was received (at most 64 KiB), for all results in turn, from several threads.</summary>
    /// <value>The default is none.</value>
    public IProgress<DownloadProgress>? Progress { get; init; }

    internal static DownloadOptions Default { get; } = new();

    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    internal void ThrowIfInvalid()
    {
        if (MaxBytes <= 0) throw Invalid(nameof(MaxBytes), "must be over 0", MaxBytes);
        if (Parallelism is < 1 or > MostParallel) throw Invalid(nameof(Parallelism), $"must be from 1 to {MostParallel}", Parallelism);
    }

    private static ArgumentException Invalid(string option, string rule, long found) =>
        new(FormattableString.Invariant($"DownloadOptions.{option} {rule}, and is {found}."));
}
