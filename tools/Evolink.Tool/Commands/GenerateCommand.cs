using System.CommandLine;
using Evolink.Tool.Cli;
using Evolink.Tool.Costs;
using Evolink.Tool.Following;
using Evolink.Tool.Output;
using Evolink.Tool.Requests;
using Evolink.Tool.Sessions;
using Evolink.Tool.Uploads;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink generate MODEL</c>: from a request to its results.</summary>
internal sealed class GenerateCommand
{
    /// <summary>What it is typed as.</summary>
    public const string Name = "generate";

    private readonly ToolEnvironment _environment;
    private readonly RequestInput _request = new();
    private readonly Option<bool> _simulate = CommonOptions.Simulate();
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Check the request, show what would be sent and uploaded, and what it will probably cost. Sends nothing." };
    private readonly Option<decimal?> _maxCredits = CommonOptions.MaxCredits();
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
            _request.Model, _request.Input, _request.Example, _simulate, _dryRun, _maxCredits, _download, _detach, _timeout, _json,
        };
        _request.AddParameters(Command, model);
        Command.SetAction(RunAsync);
    }

    private Command Command { get; }

    /// <param name="environment">The machine.</param>
    /// <param name="model">The model whose parameters become options; null for none.</param>
    public static Command Create(ToolEnvironment environment, ModelInfo? model) => new GenerateCommand(environment, model).Command;

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken interrupted)
    {
        RequestDraft draft = await _request.ReadAsync(parsed, _environment.Screen, interrupted);
        bool isSimulated = parsed.GetValue(_simulate);
        if (parsed.GetValue(_dryRun)) return await ShowRequestAsync(draft, isSimulated, parsed.GetValue(_json), interrupted);

        JobOptions options = new()
        {
            SaveTo = parsed.GetValue(_download) is { } folder ? OutputFolder.Prepare(folder) : null,
            MaxCredits = parsed.GetValue(_maxCredits),
        };
        await using Session session = await Session.OpenAsync(_environment, isSimulated, drivesJobs: true, interrupted);
        if (options.MaxCredits is { } most) CreditCap.ThrowIfOver((await session.GetPricesAsync(interrupted)).Estimate(draft.Model, JsonOutput.ToElement(draft.Json)), most, CommonOptions.WithoutMaxCredits);
        GenerationRequest request = await draft.CompleteAsync(new FileUploads(session.Client, _environment.Screen), interrupted);
        GenerationJob job = await session.Jobs.EnqueueAsync(request, options, interrupted);
        bool isDetached = parsed.GetValue(_detach);
        GenerationJob last = await new JobFollower(session, _environment.Screen).FollowAsync(job.Id, isDetached, parsed.GetValue(_timeout), interrupted);
        return last.IsEnd ? JobReport.Write(_environment.Screen, last, parsed.GetValue(_json)) : Detach(last, parsed.GetValue(_json));
    }

    private async Task<int> ShowRequestAsync(RequestDraft draft, bool isSimulated, bool asJson, CancellationToken cancellationToken)
    {
        CostEstimate estimate = await EstimateCommand.FindAsync(_environment, draft, isSimulated, cancellationToken);
        Screen screen = _environment.Screen;
        if (!asJson) screen.Out.WriteLine($"POST {draft.Model.Path}");
        screen.Out.WriteLine(JsonOutput.Format(draft.Json));
        foreach (string path in draft.Files.Select(static file => file.Path).Distinct()) screen.Error.WriteLine($"Would be uploaded: {path}");
        screen.Error.WriteLine($"Cost: {CostText.Line(estimate)}");
        screen.Error.WriteLine("The request is valid. Nothing was sent.");
        return ExitCodes.Done;
    }

    private int Detach(GenerationJob job, bool asJson)
    {
        _environment.Screen.Out.WriteLine(asJson ? JsonOutput.Format(JobText.ToJson(job)) : job.Id);
        _environment.Screen.Error.WriteLine($"The task {job.TaskId} runs. Take it up again with: evolink jobs wait {job.Id}");
        return ExitCodes.Done;
    }
}
