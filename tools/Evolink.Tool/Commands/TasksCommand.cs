using System.CommandLine;
using System.Text.Json;
using Evolink.Tool.Cli;
using Evolink.Tool.Output;
using Evolink.Tool.Sessions;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink tasks</c>: what the service knows, whichever machine began it.</summary>
internal static class TasksCommand
{
    public static Command Create(ToolEnvironment environment) => new("tasks", "Ask the service for tasks, whichever machine began them.") { CreateGet(environment) };

    private static Command CreateGet(ToolEnvironment environment)
    {
        Argument<string> id = new("TASK") { Description = "The task's id." };
        Command command = new("get", "Show a task as the service describes it, as JSON.") { id };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using EvolinkClient client = new(Account.Read(environment));
            TaskDetailResponse task = await client.Tasks.GetTaskDetailAsync(parsed.GetValue(id)!, cancellationToken);
            environment.Screen.Out.WriteLine(JsonOutput.Format(JsonSerializer.SerializeToElement(task)));
            return ExitCodes.Done;
        });
        return command;
    }
}
