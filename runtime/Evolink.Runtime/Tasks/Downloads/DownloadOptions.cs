using Evolink.Runtime.Tasks.Downloads;

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

    /// <summary>Whether results may be fetched from this machine and its networks: by a loopback, private, link-local or reserved address, or by a name that leads to one.</summary>
    /// <value>
    /// The default is <see langword="false"/>: a server that names such a host, directly or by a redirect, would have this program reach what
    /// only it can reach. A client whose <see cref="EvolinkOptions.BaseAddress"/> is a loopback address, such as the simulator's, may always.
    /// Behind a proxy the names are resolved by the proxy, and only what an address says by itself is checked.
    /// </value>
    public bool AllowPrivateHosts { get; init; }

    /// <summary>How the files are called, without their extension: text with placeholders, such as <c>"{model}-{task}-{index}"</c>.</summary>
    /// <remarks>
    /// <c>{model}</c> is the model that was asked for, for a resumed task the one that the task names; <c>{task}</c> the task's id;
    /// <c>{index}</c> the result's place, from 1, with zeros in front where there are ten or more; <c>{name}</c> the name without a template;
    /// <c>{type}</c> the kind of task, such as <c>video</c>; <c>{date}</c> the day of the download (UTC), as <c>2026-11-30</c>. What is not
    /// known is <c>result</c>. Names are made harmless, and a taken one gets a number, as without a template. A template that cannot be used
    /// is refused before anything is sent.
    /// </remarks>
    /// <value>The default, <see langword="null"/>, is the name that the server gives, else the last part of the address, else the task's id and the result's place.</value>
    public string? NameTemplate { get; init; }

    /// <summary>Told at the beginning of each result, after every 64 KiB or more, and at its end; for all results in turn, from several threads.</summary>
    /// <remarks>
    /// A handler that throws an <see cref="OperationCanceledException"/> cancels the download. Any other exception ends it as the inner exception
    /// of an <see cref="EvolinkDownloadException"/>. Either way what has come is resumed by the next download.
    /// </remarks>
    /// <value>The default is none.</value>
    public IProgress<DownloadProgress>? Progress { get; init; }

    internal static DownloadOptions Default { get; } = new();

    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    internal void ThrowIfInvalid()
    {
        if (MaxBytes <= 0) throw Invalid(nameof(MaxBytes), "must be over 0", MaxBytes);
        if (NameTemplate is not null && ResultNameTemplate.FindProblem(NameTemplate) is { } problem) throw new ArgumentException($"DownloadOptions.NameTemplate {problem}.");
        if (Parallelism is < 1 or > MostParallel) throw Invalid(nameof(Parallelism), $"must be from 1 to {MostParallel}", Parallelism);
    }

    private static ArgumentException Invalid(string option, string rule, long found) =>
        new(FormattableString.Invariant($"DownloadOptions.{option} {rule}, and is {found}."));
}
