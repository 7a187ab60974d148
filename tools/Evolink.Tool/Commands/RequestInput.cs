using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Evolink.Tool.Catalogue;
using Evolink.Tool.Cli;
using Evolink.Tool.Output;
using Evolink.Tool.Requests;

namespace Evolink.Tool.Commands;

/// <summary>The argument MODEL and the options by which a request is typed: those of its parameters, a file, the model's example.</summary>
internal sealed class RequestInput
{
    private IReadOnlyList<ParameterOption> _parameters = [];

    public Argument<string> Model { get; } = ModelArgument.Create();

    public Option<string?> Input { get; } = new("--input") { Description = "Read the request from a JSON file; - is the standard input. Options go before what it says.", HelpName = "file|-" };

    public Option<bool> Example { get; } = new("--example") { Description = "Begin with the model's example request. Options go before what it says." };

    /// <summary>The model that a command line is about, which is also asked for completions in one text.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="commands">The commands that take a request.</param>
    public static ModelInfo? FindModel(IReadOnlyList<string> arguments, params string[] commands)
    {
        IEnumerable<string> words = arguments is [{ } directive, { } line] && directive.StartsWith("[suggest", StringComparison.Ordinal)
            ? CommandLineParser.SplitCommandLine(line)
            : arguments;
        return words.SkipWhile(word => !commands.Contains(word)).Skip(1).Where(static word => !word.StartsWith('-')).Select(EvolinkModels.Find).FirstOrDefault(static model => model is not null);
    }

    /// <summary>Makes options of the model's parameters, under names that the command has not taken itself.</summary>
    public void AddParameters(Command command, ModelInfo? model)
    {
        if (model is null) return;
        _parameters = ParameterOption.Create(model, [.. command.Options.Select(static option => option.Name), "--help", "--version"]);
        foreach (ParameterOption parameter in _parameters) command.Add(parameter.Option);
    }

    /// <summary>The request as it was typed, checked with the files that it names.</summary>
    /// <exception cref="ToolException">There is no such model, or it does not take the request.</exception>
    public async Task<RequestDraft> ReadAsync(ParseResult parsed, Screen screen, CancellationToken cancellationToken)
    {
        ModelInfo model = ModelLookup.Get(parsed.GetValue(Model)!);
        string? file = parsed.GetValue(Input);
        bool isExample = parsed.GetValue(Example);
        if (file is not null && isExample) throw ToolException.Usage("--input and --example are two requests; take one.");
        JsonObject json = file is not null ? await RequestFile.ReadAsync(file, screen, cancellationToken)
            : isExample ? JsonNode.Parse(model.Example ?? throw ToolException.Usage($"{model.Id} has no example. `evolink describe {model.Id}` says what it takes."))!.AsObject()
            : [];
        foreach (ParameterOption parameter in _parameters) parameter.Apply(json, parsed);
        return await RequestDraft.CreateAsync(model, json, cancellationToken);
    }
}
