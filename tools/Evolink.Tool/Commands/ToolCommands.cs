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
        GenerateCommand.Create(environment, RequestInput.FindModel(arguments, GenerateCommand.Name)),
        EstimateCommand.Create(environment, RequestInput.FindModel(arguments, EstimateCommand.Name)),
        BatchCommand.Create(environment),
        JobsCommand.Create(environment),
        TasksCommand.Create(environment),
        StudioCommand.Create(environment),
        UploadCommand.Create(environment),
        FilesCommand.Create(environment),
        CreditsCommand.Create(environment),
        SimulateCommand.Create(environment),
        McpCommand.Create(environment),
        LoginCommand.Create(environment),
        CompletionCommand.Create(environment),
    };
}
