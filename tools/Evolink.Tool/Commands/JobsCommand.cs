using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Evolink.Tool.Cli;
using Evolink.Tool.Following;
using Evolink.Tool.Output;
using Evolink.Tool.Requests;
using Evolink.Tool.Sessions;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink jobs</c>: whatever was begun on this machine.</summary>
internal static class JobsCommand
{
    private const int DefaultCount = 20;

    public static Command Create(ToolEnvironment environment) => new("jobs", "Take up again, download and resolve what was begun on this machine.")
    {
        CreateList(environment),
        CreateShow(environment),
        CreateWait(environment),
        CreateDownload(environment),
        CreateResolve(environment),
    };

    private static Command CreateList(ToolEnvironment environment)
    {
        Option<JobState?> state = StateOption();
        Option<int> count = CommonOptions.Count(DefaultCount);
        Option<bool> json = CommonOptions.Json();
        Command command = new("list", "List the jobs, the latest first.") { state, count, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using Session session = await LookAsync(environment, cancellationToken);
            List<GenerationJob> jobs = [];
            await foreach (GenerationJob job in session.Jobs.ListAsync(parsed.GetValue(state), cancellationToken)) jobs.Add(job);
            jobs.Reverse();
            IEnumerable<GenerationJob> shown = jobs.Take(parsed.GetValue(count));
            if (parsed.GetValue(json)) environment.Screen.Out.WriteLine(JsonOutput.Format(new JsonArray([.. shown.Select(JobText.ToJson)])));
            else Listing.Write(environment.Screen, ["job", "model", "state", "", "begun", "results"], shown.Select(Row));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command CreateShow(ToolEnvironment environment)
    {
        Argument<string> id = JobArgument();
        Command command = new("show", "Show a job and its request as JSON.") { id };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using Session session = await LookAsync(environment, cancellationToken);
            GenerationJob job = await FindAsync(session, parsed.GetValue(id)!, cancellationToken);
            JsonObject json = JobText.ToJson(job);
            json["request"] = JsonOutput.ToNode(JobText.Request(job));
            environment.Screen.Out.WriteLine(JsonOutput.Format(json));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command CreateWait(ToolEnvironment environment)
    {
        Argument<string> id = JobArgument();
        Option<TimeSpan?> timeout = CommonOptions.Timeout();
        Option<bool> json = CommonOptions.Json();
        Command command = new("wait", "Wait for a job's end, as generate does.") { id, timeout, json };
        command.SetAction(async (parsed, interrupted) =>
        {
            await using Session session = await Session.OpenAsync(environment, simulate: false, drivesJobs: true, interrupted);
            GenerationJob job = await new JobFollower(session, environment.Screen).FollowAsync(parsed.GetValue(id)!, isDetached: false, parsed.GetValue(timeout), interrupted);
            return JobReport.Write(environment.Screen, job, parsed.GetValue(json));
        });
        return command;
    }

    private static Command CreateDownload(ToolEnvironment environment)
    {
        Argument<string> id = JobArgument();
        Argument<string> folder = new("DIR") { Description = "Where to; made if need be." };
        Command command = new("download", "Download the results of a job, after waiting for them. Links live for 24 hours.") { id, folder };
        command.SetAction(async (parsed, interrupted) =>
        {
            string path = OutputFolder.Prepare(parsed.GetValue(folder)!);
            await using Session session = await Session.OpenAsync(environment, simulate: false, drivesJobs: true, interrupted);
            GenerationJob job = await new JobFollower(session, environment.Screen).FollowAsync(parsed.GetValue(id)!, isDetached: false, timeout: null, interrupted);
            if (job.TaskId is null || job.State is not (JobState.Completed or JobState.Expired)) return JobReport.Write(environment.Screen, job, asJson: false);
            foreach (string file in await JobDownload.SaveAsync(session, job, path, interrupted)) environment.Screen.Out.WriteLine(file);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command CreateResolve(ToolEnvironment environment)
    {
        Argument<string> id = JobArgument();
        Argument<string?> task = new("TASK") { Description = "The task that came of it, as your account or the vendor's support names it.", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> abandon = new("--abandon") { Description = "Give the job up: nothing came of it, or nobody needs it." };
        Command command = new("resolve", "Say what became of a job whose outcome is unknown.") { id, task, abandon };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(task) is null == !parsed.GetValue(abandon)) throw ToolException.Usage("Name the task that came of the job, or --abandon.");
            await using Session session = await LookAsync(environment, cancellationToken);
            GenerationJob job = await FindAsync(session, parsed.GetValue(id)!, cancellationToken);
            if (job.State != JobState.OutcomeUnknown) throw ToolException.Usage($"{job.Id} is {JobText.State(job)}; only a job whose outcome is unknown can be resolved.");
            if (parsed.GetValue(task) is { } taskId)
            {
                await session.Jobs.ResolveAsync(job.Id, taskId, cancellationToken);
                environment.Screen.Error.WriteLine($"{job.Id} goes on with {taskId}: evolink jobs wait {job.Id}");
            }
            else
            {
                await session.Jobs.AbandonAsync(job.Id, cancellationToken);
                environment.Screen.Error.WriteLine($"{job.Id} is given up.");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Task<Session> LookAsync(ToolEnvironment environment, CancellationToken cancellationToken) =>
        Session.OpenAsync(environment, simulate: false, drivesJobs: false, cancellationToken);

    private static async Task<GenerationJob> FindAsync(Session session, string id, CancellationToken cancellationToken) =>
        await session.Jobs.FindAsync(id, cancellationToken) ?? throw ToolException.Usage($"There is no job '{id}'. `evolink jobs list` lists them.");

    private static Option<JobState?> StateOption()
    {
        string[] names = [.. Enum.GetValues<JobState>().Select(JobText.Name)];
        Option<JobState?> option = new("--state")
        {
            Description = $"Only jobs of this state: {string.Join(", ", names)}.",
            HelpName = "state",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                foreach (JobState one in Enum.GetValues<JobState>())
                {
                    // The name of the enum's member was the only one for a while.
                    if (text.Equals(JobText.Name(one), StringComparison.OrdinalIgnoreCase) || text.Equals(one.ToString(), StringComparison.OrdinalIgnoreCase)) return one;
                }

                result.AddError($"--state needs one of {string.Join(", ", names)}, not '{text}'");
                return null;
            },
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add(names);
        return option;
    }

    private static Argument<string> JobArgument() => new("JOB") { Description = "The job, as `evolink jobs list` names it." };

    private static string[] Row(GenerationJob job) =>
    [
        job.Id, job.CurrentModel, JobText.State(job), job.IsEnd ? "" : string.Create(CultureInfo.InvariantCulture, $"{job.Progress:0} %"),
        job.CreatedAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), job.Error?.Message ?? string.Join(" ", job.Files),
    ];
}
