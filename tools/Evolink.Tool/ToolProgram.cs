using System.CommandLine;
using Evolink.Tool.Cli;
using Evolink.Tool.Commands;
using Evolink.Tool.Output;

namespace Evolink.Tool;

/// <summary>From arguments to an exit code.</summary>
internal static class ToolProgram
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, ToolEnvironment environment, CancellationToken interrupted = default)
    {
        RootCommand root = ToolCommands.Create(arguments, environment);
        ParseResult parsed = root.Parse([.. arguments]);
        if (parsed.Errors.Count > 0 && parsed.Action is not System.CommandLine.Help.HelpAction)
        {
            environment.Screen.Error.WriteLine(Explain(parsed));
            return ExitCodes.Usage;
        }

        try
        {
            InvocationConfiguration configuration = new()
            {
                // Signals are the program's: what is under way has to say how it goes on.
                ProcessTerminationTimeout = null,
                EnableDefaultExceptionHandler = false,
                Output = environment.Screen.Out,
                Error = environment.Screen.Error,
            };
            return await parsed.InvokeAsync(configuration, interrupted);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            environment.Screen.Error.WriteLine("Interrupted.");
            return ExitCodes.Interrupted;
        }
        catch (Exception exception) when (Failure.Describe(exception) is { } failure)
        {
            environment.Screen.Error.WriteLine(Listing.Printable(failure.Message));
            return failure.ExitCode;
        }
    }

    private static string Explain(ParseResult parsed)
    {
        string message = parsed.UnmatchedTokens is [{ } unknown, ..] ? UnknownWord.Explain(unknown, parsed.CommandResult) : parsed.Errors[0].Message;
        return $"{message.TrimEnd('.', '?')}{(message.EndsWith('?') ? '?' : '.')} See {UnknownWord.Path(parsed.CommandResult)} --help.";
    }
}
