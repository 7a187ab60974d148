using System.CommandLine;
using System.CommandLine.Parsing;
using Evolink.Simulation;

namespace Evolink.Tool.Cli;

/// <summary>Says of a word that a command does not know what was probably meant.</summary>
internal static class UnknownWord
{
    public static string Explain(string word, CommandResult result)
    {
        bool isOption = word.StartsWith('-');
        IEnumerable<string> known = isOption
            ? result.Command.Options.SelectMany(static option => option.Aliases.Prepend(option.Name))
            : result.Command.Subcommands.Select(static one => one.Name);
        string meant = Closest.To(word, known) is { } name ? $"; did you mean {name}?" : ".";
        return $"{Path(result)} has no {(isOption ? "option" : "command or argument")} '{word}'{meant}";
    }

    /// <summary>The command as it is typed.</summary>
    public static string Path(CommandResult result)
    {
        string name = result.Command is RootCommand ? "evolink" : result.Command.Name;
        return result.Parent is CommandResult parent ? $"{Path(parent)} {name}" : name;
    }
}
