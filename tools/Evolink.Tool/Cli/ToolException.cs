namespace Evolink.Tool.Cli;

/// <summary>The command cannot go on. The message is one sentence that says what happened, and one that says what to do.</summary>
internal sealed class ToolException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static ToolException Usage(string message) => new(ExitCodes.Usage, message);

    public static ToolException Invalid(string message) => new(ExitCodes.InvalidRequest, message);

    public static ToolException Failed(string message) => new(ExitCodes.Failed, message);
}
