using System.Net;
using Evolink.Runtime.Http;

namespace Evolink.Runtime.Tasks.Polling;

/// <summary>What a failed batch means for the tasks that it asked for.</summary>
internal enum BatchFailure
{
    /// <summary>What it would mean for a poll of each.</summary>
    OfEach,

    /// <summary>It is about the batch and not about the tasks, which are asked for alone, now.</summary>
    OfBatch,

    /// <summary>One of the ids may have spoilt it: from now on each is asked for alone.</summary>
    OfSomeId,
}

/// <summary>
/// Whether the tasks of one family are asked for in batches. A server may not know the operation, or break it: no task must be lost by
/// that, so that single polls take its place, and batches are tried again after a while. Used under the poller's lock.
/// </summary>
internal sealed class BatchSupport(TaskBatch? batch)
{
    // How often in a row batches fail while single polls are answered, before they are left alone. After an outage both come back.
    private const int FailuresInARow = 2;

    // An operation that is missing does not come soon. One that fails may work again in a moment, or go on failing: the pauses double.
    private static readonly TimeSpan s_missing = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_failing = TimeSpan.FromMinutes(1);

    private readonly int _maximum = batch is null ? 1 : Math.Max(1, batch.MaximumCount);
    private TimeSpan _pausedUntil;
    private TimeSpan _nextPause = s_failing;
    private int _failuresBesideSuccess;
    private bool _hasFailed;
    private bool _isAnsweredAlone;

    /// <summary>How many tasks one request may ask for.</summary>
    public int MaximumCount(TimeSpan now) => now < _pausedUntil ? 1 : _maximum;

    /// <summary>A batch was answered with some of its tasks.</summary>
    public void Answered()
    {
        _nextPause = s_failing;
        Reset();
    }

    /// <summary>A batch was answered, and had none of its tasks.</summary>
    public void AnsweredEmpty(TimeSpan now) => CountFailure(now);

    /// <summary>A batch failed.</summary>
    public BatchFailure Failed(Exception failure, TimeSpan now)
    {
        BatchFailure meaning = Classify(failure);
        if (meaning == BatchFailure.OfBatch) Pause(now + s_missing);
        else if (!IsRateLimit(failure)) CountFailure(now);
        return meaning;
    }

    /// <summary>A poll of one task was answered. Where batches go on failing, the reason lies with them.</summary>
    public void AnsweredAlone() => _isAnsweredAlone |= _hasFailed;

    private void CountFailure(TimeSpan now)
    {
        if (_isAnsweredAlone) _failuresBesideSuccess++;
        (_hasFailed, _isAnsweredAlone) = (true, false);
        if (_failuresBesideSuccess < FailuresInARow) return;
        Pause(now + _nextPause);
        _nextPause = 2 * _nextPause < s_missing ? 2 * _nextPause : s_missing;
    }

    private void Pause(TimeSpan until)
    {
        _pausedUntil = until;
        Reset();
    }

    private void Reset() => (_failuresBesideSuccess, _hasFailed, _isAnsweredAlone) = (0, false, false);

    private static bool IsRateLimit(Exception failure) => failure is EvolinkApiException { Kind: EvolinkErrorKind.RateLimited } or EvolinkApiException { StatusCode: HttpStatusCode.TooManyRequests };

    private static BatchFailure Classify(Exception failure) => failure switch
    {
        // The key is no good, whatever it is sent to.
        ObjectDisposedException or OperationCanceledException or EvolinkApiException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout } => BatchFailure.OfEach,
        _ when IsRateLimit(failure) => BatchFailure.OfEach,
        EvolinkApiException { StatusCode: HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity } => BatchFailure.OfSomeId,
        EvolinkApiException { StatusCode: var status } when (int)status is (>= 300 and < 500) or 501 => BatchFailure.OfBatch,
        { InnerException: CrossOriginResponseException } => BatchFailure.OfBatch,
        EvolinkException => BatchFailure.OfEach,

        // The specification names a server for it that cannot be used.
        _ => BatchFailure.OfBatch,
    };
}
