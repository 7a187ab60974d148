using System.CommandLine;
using System.CommandLine.Parsing;
using Evolink.Simulation;
using Evolink.Tool.Commands;

namespace Evolink.Tool.Cli;

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
            environment.Screen.Error.WriteLine(failure.Message);
            return failure.ExitCode;
        }
    }

    private static string Explain(ParseResult parsed)
    {
        string command = string.Join(' ', Ancestors(parsed.CommandResult).Reverse());
        string help = $" See {command} --help.";
        if (parsed.UnmatchedTokens is [{ } unknown, ..])
        {
            bool isOption = unknown.StartsWith('-');
            IEnumerable<string> known = isOption
                ? parsed.CommandResult.Command.Options.SelectMany(static option => option.Aliases.Prepend(option.Name))
                : parsed.CommandResult.Command.Subcommands.Select(static one => one.Name);
            string meant = Closest.To(unknown, known) is { } name ? $"; did you mean {name}?" : ".";
            return $"{command} has no {(isOption ? "option" : "command or argument")} '{unknown}'{meant}{help}";
        }

        string message = parsed.Errors[0].Message.TrimEnd('.');
        return $"{message}.{help}";
    }

    private static IEnumerable<string> Ancestors(SymbolResult? result)
    {
        for (; result is CommandResult command; result = command.Parent) yield return command.Command is RootCommand ? "evolink" : command.Command.Name;
    }
}
