using System.CommandLine;
using Evolink.Tool.Cli;
using Evolink.Tool.Following;
using Evolink.Tool.Requests;
using Evolink.Tool.Sessions;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink batch FILE</c>: many requests, of which none is paid for twice, however often the command is begun.</summary>
internal static class BatchCommand
{
    private const int DefaultParallel = 10;

    public static Command Create(ToolEnvironment environment)
    {
        Argument<string> file = new("FILE") { Description = "Requests as JSON, one object with its model a line." };
        Option<int> parallel = new("--parallel") { Description = $"The most requests that are under way at the same time. The default is {DefaultParallel}.", HelpName = "number", DefaultValueFactory = static _ => DefaultParallel };
        Option<string?> download = new("--download") { Description = "Save the results into this folder.", HelpName = "dir" };
        Option<decimal?> maxCredits = new("--max-credits") { Description = "Send no request that is expected to cost more credits.", HelpName = "credits" };
        Option<bool> retry = new("--retry") { Description = "Send again what has failed. What is done, under way or of unknown outcome is never sent again." };
        Option<bool> simulate = CommonOptions.Simulate();
        Command command = new("batch", "Generate many requests of a file. Begun again, it goes on where it stopped.") { file, parallel, download, maxCredits, retry, simulate };
        command.SetAction(async (parsed, interrupted) =>
        {
            if (parsed.GetValue(parallel) < 1) throw ToolException.Usage("--parallel must be at least 1.");
            IReadOnlyList<BatchLine> lines = BatchFile.Read(parsed.GetValue(file)!);
            JobOptions options = new() { SaveTo = parsed.GetValue(download) is { } folder ? OutputFolder.Prepare(folder) : null, MaxCredits = parsed.GetValue(maxCredits) };
            await using Session session = await Session.OpenAsync(environment, parsed.GetValue(simulate), drivesJobs: true, interrupted, parsed.GetValue(parallel));
            return await new BatchRun(session, environment.Screen, options, parsed.GetValue(retry)).RunAsync(lines, interrupted);
        });
        return command;
    }
}
