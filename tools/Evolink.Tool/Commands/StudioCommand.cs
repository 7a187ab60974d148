using System.CommandLine;
using Evolink.Tool.Cli;
using Evolink.Tool.Requests;
using Evolink.Tool.Sessions;
using Evolink.Tool.Studio;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink studio</c>: the same in a browser.</summary>
internal static class StudioCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        Option<int> port = new("--port") { Description = "The loopback port; by default a free one.", HelpName = "port" };
        Option<string?> download = new("--download") { Description = "Save the results into this folder; by default one of your data folder.", HelpName = "dir" };
        Option<bool> noBrowser = new("--no-browser") { Description = "Write the address, and open no browser." };
        Option<bool> simulate = CommonOptions.Simulate();
        Command command = new("studio", "Find, try and generate in a page of this machine, until Ctrl-C.") { port, download, noBrowser, simulate };
        command.SetAction(async (parsed, interrupted) =>
        {
            if (parsed.GetValue(port) is < 0 or > ushort.MaxValue) throw ToolException.Usage($"--port needs a number from 0 to {ushort.MaxValue}.");
            string folder = OutputFolder.Prepare(parsed.GetValue(download) ?? Path.Combine(environment.DataFolder, "results"));
            await using Session session = await Session.OpenAsync(environment, parsed.GetValue(simulate), drivesJobs: true, interrupted, keepsSimulated: true);
            bool opens = !parsed.GetValue(noBrowser) && environment.Screen.IsOutputTerminal;
            await StudioHost.RunAsync(environment, session, folder, parsed.GetValue(port), opens, interrupted);
            return ExitCodes.Done;
        });
        return command;
    }
}
