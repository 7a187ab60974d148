using System.CommandLine;
using Evolink.Tool.Cli;

namespace Evolink.Tool.Commands;

/// <summary>All commands.</summary>
internal static class ToolCommands
{
    public static RootCommand Create(IReadOnlyList<string> arguments, ToolEnvironment environment) => new("EvoLink's video, image and audio models.")
    {
        ModelsCommand.Create(environment),
        DescribeCommand.Create(environment),
        GenerateCommand.Create(environment, GenerateCommand.FindModel(arguments)),
        BatchCommand.Create(environment),
        JobsCommand.Create(environment),
        TasksCommand.Create(environment),
        StudioCommand.Create(environment),
        SimulateCommand.Create(environment),
        McpCommand.Create(environment),
        LoginCommand.Create(environment),
        CompletionCommand.Create(environment),
    };
}
