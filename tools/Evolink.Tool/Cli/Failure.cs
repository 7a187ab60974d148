using System.Data.Common;
using System.Net.Sockets;
using System.Text.Json;

namespace Evolink.Tool.Cli;

/// <summary>What an exception is to whoever reads a terminal: a message and an exit code.</summary>
internal static class Failure
{
    /// <summary>Null for an exception that nobody expected: it is a defect, and is shown whole.</summary>
    public static (string Message, int ExitCode)? Describe(Exception exception) => exception switch
    {
        ToolException tool => (tool.Message, tool.ExitCode),
        EvolinkValidationException invalid => (invalid.Message, ExitCodes.InvalidRequest),
        EvolinkOutcomeUnknownException unknown => (unknown.Message, ExitCodes.OutcomeUnknown),
        EvolinkTaskTimeoutException late => ($"{late.Message} See: evolink tasks get {late.TaskId}", ExitCodes.TimedOut),
        EvolinkException failed => (failed.Message, ExitCodes.Failed),
        JsonException unreadable => ($"This is no JSON: {unreadable.Message}", ExitCodes.Usage),
        DbException unusable => ($"The jobs of this machine cannot be read or written: {unusable.Message}", ExitCodes.Failed),
        IOException or UnauthorizedAccessException or SocketException => (exception.Message, ExitCodes.Failed),
        _ => null,
    };
}
