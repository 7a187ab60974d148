using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Evolink.Tool.Catalogue;
using Evolink.Tool.Cli;
using Evolink.Tool.Following;
using Evolink.Tool.Output;
using Evolink.Tool.Requests;
using Evolink.Tool.Sessions;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink generate MODEL</c>: from a request to its results.</summary>
internal sealed class GenerateCommand
{
    private const string Name = "generate";

    private readonly ToolEnvironment _environment;
    private readonly IReadOnlyList<ParameterOption> _parameters = [];
    private readonly Argument<string> _model = ModelArgument.Create();
    private readonly Option<string?> _input = new("--input") { Description = "Read the request from a JSON file; - is the standard input. Options go before what it says.", HelpName = "file|-" };
    private readonly Option<bool> _example = new("--example") { Description = "Begin with the model's example request. Options go before what it says." };
    private readonly Option<bool> _simulate = CommonOptions.Simulate();
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Check the request and show what would be sent. Sends nothing." };
    private readonly Option<decimal?> _maxCredits = new("--max-credits") { Description = "Send nothing that is expected to cost more credits.", HelpName = "credits" };
    private readonly Option<string?> _download = new("--download") { Description = "Save the results into this folder, which is made if need be.", HelpName = "dir" };
    private readonly Option<bool> _detach = new("--detach") { Description = "Return as soon as the task is created. evolink jobs wait takes it up again." };
    private readonly Option<TimeSpan?> _timeout = CommonOptions.Timeout();
    private readonly Option<bool> _json = CommonOptions.Json();

    private GenerateCommand(ToolEnvironment environment, ModelInfo? model)
    {
        _environment = environment;
        Command = new Command(Name, model is null
            ? "Generate with a model, and wait for its results. With a model's name, --help has the options of its parameters."
            : $"{model.Title}. {model.Summary}".TrimEnd())
        {
            _model, _input, _example, _simulate, _dryRun, _maxCredits, _download, _detach, _timeout, _json,
        };
        if (model is not null)
        {
            _parameters = ParameterOption.Create(model, [.. Command.Options.Select(static option => option.Name), "--help", "--version"]);
            foreach (ParameterOption parameter in _parameters) Command.Add(parameter.Option);
        }

        Command.SetAction(RunAsync);
    }

    private Command Command { get; }

    /// <param name="environment">The machine.</param>
    /// <param name="model">The model whose parameters become options; null for none.</param>
    public static Command Create(ToolEnvironment environment, ModelInfo? model) => new GenerateCommand(environment, model).Command;

    /// <summary>The model that a command line is about, which is also asked for completions in one text.</summary>
    public static ModelInfo? FindModel(IReadOnlyList<string> arguments)
    {
        IEnumerable<string> words = arguments is [{ } directive, { } line] && directive.StartsWith("[suggest", StringComparison.Ordinal)
            ? CommandLineParser.SplitCommandLine(line)
            : arguments;
        return words.SkipWhile(static word => word != Name).Skip(1).Where(static word => !word.StartsWith('-')).Select(EvolinkModels.Find).FirstOrDefault(static model => model is not null);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken interrupted)
    {
        ModelInfo model = ModelLookup.Get(parsed.GetValue(_model)!);
        JsonObject json = await ReadAsync(model, parsed, interrupted);
        GenerationRequest request = CheckedRequest.Create(model, JsonOutput.ToElement(json));
        if (parsed.GetValue(_dryRun)) return ShowRequest(model, json, parsed.GetValue(_json));

        JobOptions options = new()
        {
            SaveTo = parsed.GetValue(_download) is { } folder ? OutputFolder.Prepare(folder) : null,
            MaxCredits = parsed.GetValue(_maxCredits),
        };
        await using Session session = await Session.OpenAsync(_environment, parsed.GetValue(_simulate), drivesJobs: true, interrupted);
        GenerationJob job = await session.Jobs.EnqueueAsync(request, options, interrupted);
        bool isDetached = parsed.GetValue(_detach);
        GenerationJob last = await new JobFollower(session, _environment.Screen).FollowAsync(job.Id, isDetached, parsed.GetValue(_timeout), interrupted);
        return last.IsEnd ? JobReport.Write(_environment.Screen, last, parsed.GetValue(_json)) : Detach(last, parsed.GetValue(_json));
    }

    private async Task<JsonObject> ReadAsync(ModelInfo model, ParseResult parsed, CancellationToken cancellationToken)
    {
        string? file = parsed.GetValue(_input);
        bool isExample = parsed.GetValue(_example);
        if (file is not null && isExample) throw ToolException.Usage("--input and --example are two requests; take one.");
        JsonObject json = file is not null ? await RequestFile.ReadAsync(file, _environment.Screen, cancellationToken)
            : isExample ? JsonNode.Parse(model.Example ?? throw ToolException.Usage($"{model.Id} has no example. `evolink describe {model.Id}` says what it takes."))!.AsObject()
            : [];
        foreach (ParameterOption parameter in _parameters) parameter.Apply(json, parsed);
        return json;
    }

    private int ShowRequest(ModelInfo model, JsonObject json, bool asJson)
    {
        if (!asJson) _environment.Screen.Out.WriteLine($"POST {model.Path}");
        _environment.Screen.Out.WriteLine(JsonOutput.Format(json));
        _environment.Screen.Error.WriteLine("The request is valid. Nothing was sent.");
        return ExitCodes.Done;
    }

    private int Detach(GenerationJob job, bool asJson)
    {
        _environment.Screen.Out.WriteLine(asJson ? JsonOutput.Format(JobText.ToJson(job)) : job.Id);
        _environment.Screen.Error.WriteLine($"The task {job.TaskId} runs. Take it up again with: evolink jobs wait {job.Id}");
        return ExitCodes.Done;
    }
}
