using System.CommandLine;
using Evolink.Simulation;

namespace Evolink.Tool.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Write JSON to the standard output, and nothing else." };

    public static Option<bool> Simulate() => new("--simulate") { Description = "Let a simulator on this machine answer: no key, and nothing is paid for." };

    public static Option<TimeSpan?> Timeout() => new("--timeout")
    {
        Description = "Wait no longer than this: 90s, 10m, 1h. The task goes on, and the exit code is 5.",
        HelpName = "time",
        CustomParser = static result =>
        {
            if (DurationText.TryParse(result.Tokens[0].Value, out TimeSpan time) && time > TimeSpan.Zero) return time;
            result.AddError($"--timeout needs a time such as 90s, 10m or 1h, not '{result.Tokens[0].Value}'");
            return null;
        },
    };
}
