using System.Globalization;

namespace Evolink.Simulation;

/// <summary>The arguments of the command.</summary>
internal sealed record CommandLine(SimulatorOptions Options, bool AsksForHelp)
{
    public const string Help = """
        A local EvoLink API, driven by the specs.

        Usage: dotnet run --project runtime/Evolink.Simulator -- [options]

          --port PORT          listen on this loopback port (default: a free one)
          --specs DIR          serve the specs of this folder too; can be given several times
          --key KEY            accept this key (default: sk-simulator)
          --duration SECONDS   let a task take this long (default: 2.3)
          --help               say this
        """;

    /// <exception cref="FormatException">An argument is not understood; the message says which and why.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        SimulatorOptions options = new();
        for (int index = 0; index < arguments.Count; index++)
        {
            string name = arguments[index];
            if (name is "--help" or "-h") return new CommandLine(options, AsksForHelp: true);
            if (name is not ("--port" or "--specs" or "--key" or "--duration")) throw new FormatException($"There is no option '{name}'.");

            string value = ++index < arguments.Count ? arguments[index] : throw new FormatException($"{name} needs a value.");
            options = name switch
            {
                "--port" => options with { Port = Port(value) },
                "--specs" => options with { SpecFolders = [.. options.SpecFolders, Folder(value)] },
                "--key" => options with { ApiKey = Key(value) },
                _ => WithDuration(options, value),
            };
        }
        return new CommandLine(options, AsksForHelp: false);
    }

    private static int Port(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= ushort.MaxValue
            ? port
            : throw new FormatException($"--port needs a number from 0 to {ushort.MaxValue}, not '{value}'.");

    private static string Folder(string value) =>
        Directory.Exists(value) ? value : throw new FormatException($"--specs needs a folder, and there is none at '{value}'.");

    private static string Key(string value) =>
        value.Length > 0 && !value.Any(char.IsWhiteSpace) ? value : throw new FormatException("--key needs a key without spaces.");

    private static SimulatorOptions WithDuration(SimulatorOptions options, string value)
    {
        if (!double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) || seconds > TimeSpan.FromDays(1).TotalSeconds)
            throw new FormatException($"--duration needs a number of seconds, at most a day, not '{value}'.");

        double pending = Math.Min(options.PendingFor.TotalSeconds, seconds / 4);
        return options with { PendingFor = TimeSpan.FromSeconds(pending), ProcessingFor = TimeSpan.FromSeconds(seconds - pending) };
    }
}
