using System.Net;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>The exceptions for responses that are no result, with the server's reason where it gave one.</summary>
internal static class DownloadErrors
{
    private const string Lifetime = "Results live for 24 hours; download them soon after the task is completed.";

    public static EvolinkDownloadException FromStatus(HttpStatusCode status, string? reason, Uri address)
    {
        string said = reason is null ? "" : $": {reason}";
        bool isDead = status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone
            || (status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized && ErrorReason.SaysExpired(reason));
        string message = isDead ? $"The result's link is dead ({(int)status}{said}). {Lifetime}" : $"The result's server answered {(int)status}{said}.";
        return new EvolinkDownloadException(message, address) { StatusCode = status, ResultExpired = isDead };
    }

    public static EvolinkDownloadException FromBody(string problem, string? reason, HttpStatusCode? status, Uri address)
    {
        bool isDead = ErrorReason.SaysExpired(reason);
        string said = reason is null ? "" : $": {reason}";
        return new EvolinkDownloadException($"The result's server sent {problem} instead of the result{said}.{(isDead ? " " + Lifetime : "")}", address)
        {
            StatusCode = status,
            ResultExpired = isDead,
        };
    }
}
