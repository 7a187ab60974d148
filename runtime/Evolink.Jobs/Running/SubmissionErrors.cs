using Evolink.Jobs.Core;

namespace Evolink.Jobs.Running;

/// <summary>What an exception of a submit says of the job. Where it leaves anything open, the outcome is unknown.</summary>
internal static class SubmissionErrors
{
    /// <summary>How long a job waits that nothing but a person can help: a key that is refused, an account without credits.</summary>
    private static readonly TimeSpan s_forAPerson = TimeSpan.FromMinutes(1);

    /// <summary>What happened to the job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="error">What was thrown.</param>
    /// <param name="now">When.</param>
    /// <param name="wasSent">Whether anything may have left. What fails before that, such as the upload of an input or the host's own function, has created nothing.</param>
    public static JobEvent Classify(GenerationJob job, Exception error, DateTimeOffset now, bool wasSent) =>
        Classify(job, error, now) switch
        {
            JobEvent.Lost lost when !wasSent => new JobEvent.NotCreated(lost.Key, lost.Error, Refusal.Later, now + Pause.After(job.Attempts)),
            JobEvent happened => happened,
        };

    private static JobEvent Classify(GenerationJob job, Exception error, DateTimeOffset now)
    {
        string key = job.SubmissionKey;
        JobError reason = new(CodeOf(error), error.Message);
        return error switch
        {
            // Whatever else it says: the task is there.
            EvolinkException { TaskId: { } taskId } => new JobEvent.Created(key, taskId, null),
            EvolinkCanceledException { TaskId: { } taskId } => new JobEvent.Created(key, taskId, null),
            EvolinkCanceledException { Phase: not RequestPhase.Complete } => new JobEvent.NotCreated(key, reason, Refusal.Later, now),
            EvolinkValidationException or ArgumentException => new JobEvent.NotCreated(key, reason, Refusal.Model, now),
            EvolinkConnectionException => new JobEvent.NotCreated(key, reason, Refusal.Later, now + Pause.After(job.Attempts)),
            EvolinkApiException api => Classify(job, api, reason, now),
            _ => new JobEvent.Lost(key, reason),
        };
    }

    private static JobEvent Classify(GenerationJob job, EvolinkApiException error, JobError reason, DateTimeOffset now)
    {
        string key = job.SubmissionKey;
        DateTimeOffset soon = now + (error.RetryAfter ?? Pause.After(job.Attempts));
        bool hasOther = job.Fallbacks < job.FallbackModels.Count;
        return error.Kind switch
        {
            EvolinkErrorKind.RateLimited => new JobEvent.NotCreated(key, reason, Refusal.Later, soon),
            EvolinkErrorKind.Unavailable => new JobEvent.NotCreated(key, reason, hasOther ? Refusal.Model : Refusal.Later, soon),
            EvolinkErrorKind.Authentication or EvolinkErrorKind.InsufficientQuota => new JobEvent.NotCreated(key, reason, Refusal.Later, now + s_forAPerson),
            EvolinkErrorKind.NotFound or EvolinkErrorKind.PermissionDenied => new JobEvent.NotCreated(key, reason, Refusal.Model, now),
            EvolinkErrorKind.InvalidRequest or EvolinkErrorKind.ContentPolicy or EvolinkErrorKind.Redirect or EvolinkErrorKind.Unknown => new JobEvent.NotCreated(key, reason, Refusal.Final, now),
            _ => new JobEvent.Lost(key, reason),
        };
    }

    /// <summary>The server's code, else the kind of the failure.</summary>
    public static string CodeOf(Exception error) => error switch
    {
        EvolinkApiException { Code: { } code } => code,
        EvolinkApiException api => api.Kind.ToString(),
        EvolinkTaskFailedException { Code: { } code } => code,
        EvolinkValidationException or ArgumentException => "invalid_request",
        EvolinkOutcomeUnknownException => "outcome_unknown",
        EvolinkConnectionException => "connection",
        OperationCanceledException => "canceled",
        _ => error.GetType().Name,
    };
}
