using System.CommandLine;
using Evolink.Simulation;
using Evolink.Tool.Cli;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink simulate</c>: the service on this machine.</summary>
internal static class SimulateCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        // What they mean is the simulator host's: both read them alike.
        Option<string?>[] options =
        [
            new("--port") { Description = "Listen on this loopback port; by default a free one.", HelpName = "port" },
            new("--key") { Description = "Accept this key; by default sk-simulator.", HelpName = "key" },
            new("--duration") { Description = "Let a task take this long: 2.3 (seconds, the default), 250ms, 3s, 2m.", HelpName = "time" },
            new("--credits") { Description = "Give the account so many credits; by default there is no limit.", HelpName = "credits" },
            new("--script") { Description = "What happens to the requests to come, one rule a line, before any --fail. It has no @ and no *; # begins a comment.", HelpName = "file" },
            new("--seed") { Description = "Draw the requests of a share with this seed; by default 1.", HelpName = "number" },
        ];
        Option<string[]> specs = new("--specs") { Description = "Serve the specifications of this folder too; can be given several times.", HelpName = "dir" };
        Option<string[]> fail = new("--fail") { Description = $"Let requests go wrong, such as create:503*2, poll:reset@10% or task:upstream_error; can be given several times. A rule is:\n{FailureRule.Grammar}\n{RepeatedFailure.Grammar}", HelpName = "rule" };
        Command command = new("simulate", "Play the service on this machine, until Ctrl-C.");
        foreach (Option<string?> option in options) command.Add(option);
        command.Add(specs);
        command.Add(fail);
        command.SetAction(async (parsed, interrupted) =>
        {
            IEnumerable<string> single = options.Where(option => parsed.GetValue(option) is not null).SelectMany(option => new[] { option.Name, parsed.GetValue(option)! });
            IEnumerable<string> several = (parsed.GetValue(specs) ?? []).SelectMany(static folder => new[] { "--specs", folder })
                .Concat((parsed.GetValue(fail) ?? []).SelectMany(static rule => new[] { "--fail", rule }));
            try
            {
                return await HostRun.RunAsync(Simulation.CommandLine.Parse([.. single, .. several]), environment.Screen.Out, environment.Screen.Error, interrupted);
            }
            catch (FormatException problem)
            {
                throw ToolException.Usage(problem.Message);
            }
        });
        return command;
    }
}
