namespace Evolink.Tool.Cli;

/// <summary>What the command ends with. Scripts rely on these; they do not change.</summary>
internal static class ExitCodes
{
    /// <summary>All that was asked for is done.</summary>
    public const int Done = 0;

    /// <summary>Something failed for good: a refusal, a failed task, a file that could not be written.</summary>
    public const int Failed = 1;

    /// <summary>The command line was not understood, or there is no key. Nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>The request breaks its model's specification. Nothing was sent.</summary>
    public const int InvalidRequest = 3;

    /// <summary>A request was sent and nothing says what became of it: it may be billed.</summary>
    public const int OutcomeUnknown = 4;

    /// <summary>The wait's own limit passed; the task goes on.</summary>
    public const int TimedOut = 5;

    /// <summary>Ctrl-C. The message says what goes on and how to take it up.</summary>
    public const int Interrupted = 130;
}
