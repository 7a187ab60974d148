using System.CommandLine;
using System.Globalization;
using Evolink.Simulation;

namespace Evolink.Tool.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Write JSON to the standard output, and nothing else." };

    public static Option<bool> Simulate() => new("--simulate") { Description = "Let a simulator on this machine answer: no key, and nothing is paid for." };

    /// <summary>What to do where a cost is not known, and a limit is set.</summary>
    public const string WithoutMaxCredits = "To send it all the same, leave out --max-credits.";

    public static Option<decimal?> MaxCredits(string description = "Send nothing that may cost more credits, by the upper end of the estimate; where there is none, nothing is sent.") => new("--max-credits")
    {
        Description = description,
        HelpName = "credits",

        // By itself a number is read as the user's country writes it, and 1.5 is 15 in many.
        CustomParser = static result =>
        {
            if (!decimal.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal most))
            {
                result.AddError($"--max-credits needs a number such as 12.5, not '{result.Tokens[0].Value}'");
                return null;
            }

            if (most < 0) result.AddError("--max-credits must not be negative");
            return most;
        },
    };

    public static Option<int> Count(int usual) => new("--count")
    {
        Description = $"The most of them. The default is {usual}.",
        HelpName = "number",
        DefaultValueFactory = _ => usual,
        Validators =
        {
            static result =>
            {
                if (result.Tokens is [{ Value: { } text }] && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int count) && count < 1) result.AddError("--count must be at least 1");
            },
        },
    };

    public static Option<TimeSpan?> Timeout() => new("--timeout")
    {
        Description = "Wait no longer than this: 90s, 10m, 1h, at most 24h. A task that was created goes on (exit code 5); a request that was not sent yet is cancelled (exit code 1).",
        HelpName = "time",
        CustomParser = static result =>
        {
            if (DurationText.TryParse(result.Tokens[0].Value, out TimeSpan time) && time > TimeSpan.Zero) return time;
            result.AddError($"--timeout needs a time over 0 and at most 24h, such as 90s, 10m or 1h, not '{result.Tokens[0].Value}'");
            return null;
        },
    };
}
