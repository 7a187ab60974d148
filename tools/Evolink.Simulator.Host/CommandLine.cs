using System.Globalization;

namespace Evolink.Simulation;

/// <summary>The arguments of the command.</summary>
internal sealed record CommandLine(SimulatorOptions Options, bool AsksForHelp)
{
    public const string Help = $"""
        A local EvoLink API, driven by the specs.

        Usage: dotnet run --project tools/Evolink.Simulator.Host -- [options]

          --port PORT       listen on this loopback port (default: a free one)
          --specs DIR       serve the specs of this folder too; can be given several
                            times
          --key KEY         accept this key (default: sk-simulator)
          --duration TIME   let a task take this long: 2.3 (seconds), 250ms, 3s, 2m
                            (default: 2.3)
          --credits N       give the account so many credits; a create that they do
                            not cover gets 402 (default: no limit)
          --fail RULE       let requests go wrong; can be given several times
          --script FILE     what happens to the requests to come, one rule a line,
                            before any --fail; # begins a comment
          --seed N          draw the requests of a share with this seed (default: 1)
          --help            say this

        Rules:
        {FailureRule.Grammar}
        {RepeatedFailure.Grammar}

          --fail create:503*2 --fail poll:reset@10% --fail task:upstream_error@5%
        """;

    private static readonly string[] s_names = ["--port", "--specs", "--key", "--duration", "--credits", "--fail", "--script", "--seed", "--help"];

    /// <summary>What goes wrong, if anything was asked for.</summary>
    public FailurePlan? Failures { get; private init; }

    /// <summary>The rules of <c>--fail</c> and the scripts, as they were given.</summary>
    public IReadOnlyList<string> FailureTexts { get; private init; } = [];

    /// <exception cref="FormatException">An argument is not understood; the message says which and why.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        SimulatorOptions options = new();
        List<RepeatedFailure> repeated = [];
        List<FailureRule> script = [];
        List<string> texts = [];
        int seed = 1;
        for (int index = 0; index < arguments.Count; index++)
        {
            string name = arguments[index];
            if (name is "--help" or "-h") return new CommandLine(options, AsksForHelp: true);
            if (!s_names.Contains(name)) throw new FormatException($"There is no option '{name}'{(Closest.To(name, s_names) is { } meant ? $"; did you mean {meant}?" : ".")}");

            string value = ++index < arguments.Count ? arguments[index] : throw new FormatException($"{name} needs a value.");
            switch (name)
            {
                case "--port": options = options with { Port = Port(value) }; break;
                case "--specs": options = options with { SpecFolders = [.. options.SpecFolders, Folder(value)] }; break;
                case "--key": options = options with { ApiKey = Key(value) }; break;
                case "--duration": options = WithDuration(options, value); break;
                case "--credits": options = options with { InitialCredits = Credits(value) }; break;
                case "--fail": repeated.Add(ParseFailure(value)); texts.Add(value); break;
                case "--script": script.AddRange(FailureScript.Read(value)); texts.Add("the script " + value); break;
                default: seed = Seed(value); break;
            }
        }

        return texts.Count == 0 ? new CommandLine(options, AsksForHelp: false) : Failing(options, new FailurePlan(script, repeated, seed), texts);
    }

    private static CommandLine Failing(SimulatorOptions options, FailurePlan plan, IReadOnlyList<string> texts)
    {
        TimeSpan after = options.PendingFor + options.ProcessingFor;
        return new CommandLine(options with { Faults = plan.NextFault, Script = _ => plan.NextScript(after) }, AsksForHelp: false) { Failures = plan, FailureTexts = texts };
    }

    private static int Port(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= ushort.MaxValue
            ? port
            : throw new FormatException($"--port needs a number from 0 to {ushort.MaxValue}, not '{value}'.");

    private static string Folder(string value) =>
        Directory.Exists(value) ? value : throw new FormatException($"--specs needs a folder, and there is none at '{value}'.");

    private static string Key(string value) =>
        value.Length > 0 && value.All(static c => c is > ' ' and < '\x7f') ? value : throw new FormatException("--key needs a key of printable ASCII without spaces.");

    private static decimal Credits(string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal credits)
            ? credits
            : throw new FormatException($"--credits needs a number from 0 on, not '{value}'.");

    private static int Seed(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int seed) ? seed : throw new FormatException($"--seed needs a whole number, not '{value}'.");

    private static RepeatedFailure ParseFailure(string value)
    {
        try
        {
            return RepeatedFailure.Parse(value);
        }
        catch (FormatException problem)
        {
            throw new FormatException($"--fail: {problem.Message}", problem);
        }
    }

    private static SimulatorOptions WithDuration(SimulatorOptions options, string value)
    {
        if (!DurationText.TryParse(value, out TimeSpan duration))
            throw new FormatException($"--duration needs a time of at most a day, such as 2.3, 250ms or 3s, not '{value}'.");

        TimeSpan pending = options.PendingFor < duration / 4 ? options.PendingFor : duration / 4;
        return options with { PendingFor = pending, ProcessingFor = duration - pending };
    }
}
