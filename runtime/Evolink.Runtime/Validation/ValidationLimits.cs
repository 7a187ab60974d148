using System.Diagnostics;
using System.Text.RegularExpressions;
using Evolink.Runtime.Json;

namespace Evolink.Runtime.Validation;

/// <summary>
/// What one validation may use up, with all the branches and conditions in it. Where a limit is reached, the value is
/// refused, since not all of it was checked.
/// </summary>
internal struct ValidationLimits
{
    // More objects than any service takes in a body. Alternatives that contain themselves are looked at again on each level.
    private const int MostObjects = 1_000_000;

    private int _depth;
    private int _objects;
    private bool _isFull;
    private TimeSpan _patternTime;
    private string? _problem;
    private bool _isReported;

    /// <summary>Whether one more generated value may be looked into; <see cref="Leave"/> ends that.</summary>
    public bool TryEnter()
    {
        if (!_isFull && !JsonDepth.HasRoom(_depth))
        {
            _isFull = true;
            _problem ??= $"must not be {JsonDepth.Problem}";
        }
        else if (!_isFull && ++_objects > MostObjects)
        {
            _isFull = true;
            _problem ??= FormattableString.Invariant($"must not take more than {MostObjects} objects to check");
        }

        _depth += _isFull ? 0 : 1;
        return !_isFull;
    }

    /// <summary>Ends what <see cref="TryEnter"/> began.</summary>
    public void Leave() => _depth--;

    /// <summary>Whether a text matches a pattern; null where there is no time left to tell.</summary>
    public bool? IsMatch(string text, Regex pattern)
    {
        if (_patternTime >= EcmaPattern.TotalTimeout)
        {
            _problem ??= FormattableString.Invariant($"must match the pattern {pattern}, but all patterns together took longer than {EcmaPattern.TotalTimeout.TotalSeconds} s");
            return null;
        }

        long start = Stopwatch.GetTimestamp();
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            _problem ??= FormattableString.Invariant($"must match the pattern {pattern}, which took longer than {pattern.MatchTimeout.TotalSeconds} s to try");
            return null;
        }
        finally
        {
            _patternTime += Stopwatch.GetElapsedTime(start);
        }
    }

    /// <summary>What could not be checked, in words, the first time that it is asked for; null where there is nothing to say.</summary>
    public string? TakeProblem()
    {
        string? problem = _isReported ? null : _problem;
        _isReported |= problem is not null;
        return problem;
    }
}
