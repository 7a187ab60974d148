using System.CommandLine;
using System.Globalization;
using Evolink.Tool.Cli;
using Evolink.Tool.Connections;
using Evolink.Tool.Output;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink tasks</c>: what the service knows, whichever machine began it.</summary>
internal static class TasksCommand
{
    private const int DefaultCount = 20;

    public static Command Create(ToolEnvironment environment) => new("tasks", "Show the service's tasks, whichever machine began them.") { CreateList(environment), CreateGet(environment) };

    private static Command CreateList(ToolEnvironment environment)
    {
        Option<string?> status = new("--status") { Description = "Only tasks in this state.", HelpName = "status" };
        status.AcceptOnlyFromAmong([.. ListTasksStatus.Known.Select(static known => known.Value)]);
        Option<string?> type = new("--type") { Description = "Only tasks that make this.", HelpName = "type" };
        type.AcceptOnlyFromAmong([.. ListTasksType.Known.Select(static known => known.Value)]);
        Option<string?> model = new("--model") { Description = "Only tasks of this model.", HelpName = "model" };
        model.CompletionSources.Add(static _ => EvolinkModels.All.Select(static one => new System.CommandLine.Completions.CompletionItem(one.Id)));
        Option<int> page = new("--page") { Description = "Which page, from 1 on.", HelpName = "number", DefaultValueFactory = static _ => 1 };
        Option<int> count = CommonOptions.Count(DefaultCount);
        Option<bool> json = CommonOptions.Json();
        Command command = new("list", "List the account's tasks, the latest first.") { status, type, model, page, count, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(page) < 1) throw ToolException.Usage("--page must be at least 1.");
            using EvolinkClient client = new(Account.Read(environment));
            TaskListResponse found = await client.Tasks.ListTasksAsync(parsed.GetValue(status), parsed.GetValue(type), parsed.GetValue(model), parsed.GetValue(page), parsed.GetValue(count), cancellationToken);
            if (parsed.GetValue(json))
            {
                environment.Screen.Out.WriteLine(JsonOutput.Format(ClientJson.ToElement(found)));
                return ExitCodes.Done;
            }

            Listing.Write(environment.Screen, ["task", "model", "status", "", "begun", "credits"], (found.Data ?? []).Select(Row));
            environment.Screen.Error.WriteLine(Summary(found, parsed.GetValue(page), parsed.GetValue(count)));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command CreateGet(ToolEnvironment environment)
    {
        Argument<string> id = new("TASK") { Description = "The task's id." };
        Command command = new("get", "Show a task as the service describes it, as JSON.") { id };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using EvolinkClient client = new(Account.Read(environment));
            TaskDetailResponse task = await client.Tasks.GetTaskDetailAsync(parsed.GetValue(id)!, cancellationToken);
            environment.Screen.Out.WriteLine(JsonOutput.Format(ClientJson.ToElement(task)));
            return ExitCodes.Done;
        });
        return command;
    }

    private static string[] Row(TaskDetailResponse task) =>
    [
        task.Id ?? "", task.Model ?? "", task.Status?.ToString() ?? "", task.Progress is { } progress ? string.Create(CultureInfo.InvariantCulture, $"{progress} %") : "",
        task.Created is { } begun ? DateTimeOffset.FromUnixTimeSeconds(begun).ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "",
        (task.Usage?.CreditsUsed ?? task.Usage?.CreditsReserved)?.ToString(CultureInfo.InvariantCulture) ?? "",
    ];

    private static string Summary(TaskListResponse found, int page, int count)
    {
        long total = found.Total ?? found.Data?.Count ?? 0;
        string next = (long)page * count < total ? string.Create(CultureInfo.InvariantCulture, $" The next: --page {page + 1}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{found.Data?.Count ?? 0} of {total} tasks.{next}");
    }
}
