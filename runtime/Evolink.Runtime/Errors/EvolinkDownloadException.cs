using System.Net;

namespace Evolink;

/// <summary>A result could not be downloaded. What was already received stays beside the target and is resumed by the next try.</summary>
public sealed class EvolinkDownloadException : EvolinkException
{
    internal EvolinkDownloadException(string message, Uri? source, Exception? innerException = null)
        : base(message, innerException) => ResultAddress = source is null ? null : WithoutQuery(source);

    /// <summary>Where the result lies, without the query string, which may hold a signature.</summary>
    public Uri? ResultAddress { get; }

    /// <summary>The HTTP status, where the server answered with an error.</summary>
    public HttpStatusCode? StatusCode { get; internal init; }

    /// <summary>Whether the link is dead: 403, 404, 410, or an error in the place of the result that says so. Results live for 24 hours.</summary>
    public bool ResultExpired { get; internal init; }

    /// <summary>The paths of the task's other results that have come whole: those that came before this one failed, and where its link is dead (<see cref="ResultExpired"/>) all that are still served.</summary>
    public IReadOnlyList<string> CompletedFiles { get; internal set; } = [];

    private static Uri WithoutQuery(Uri source) => source.IsAbsoluteUri ? new Uri(source.GetLeftPart(UriPartial.Path)) : source;
}
