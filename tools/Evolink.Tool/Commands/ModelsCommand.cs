using System.CommandLine;
using System.Text.Json.Nodes;
using Evolink.Tool.Catalogue;
using Evolink.Tool.Cli;
using Evolink.Tool.Output;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink models</c>: which models there are.</summary>
internal static class ModelsCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        Argument<string[]> words = new("WORDS") { Description = "Words that are all in a model's name, title or summary.", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> kind = new("--kind") { Description = "What the models make.", HelpName = "kind" };
        kind.AcceptOnlyFromAmong([.. ModelSearch.Kinds]);
        Option<string[]> input = new("--input") { Description = "What the models take; given several times, all of it.", HelpName = "input" };
        input.AcceptOnlyFromAmong([.. ModelInputs.All]);
        Option<bool> json = CommonOptions.Json();
        Command command = new("models", "List the models, all or those that fit.") { words, kind, input, json };
        command.SetAction(parsed =>
        {
            IReadOnlyList<ModelInfo> found = [.. ModelSearch.Find(parsed.GetValue(kind), parsed.GetValue(input) ?? [], parsed.GetValue(words) ?? [])];
            Write(environment.Screen, found, parsed.GetValue(json));
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write(Screen screen, IReadOnlyList<ModelInfo> models, bool asJson)
    {
        if (asJson)
        {
            screen.Out.WriteLine(JsonOutput.Format(new JsonArray([.. models.Select(ModelJson.Brief)])));
            return;
        }

        Listing.Write(screen, ["model", "makes", "takes", ""], models.Select(static model => new[] { model.Id, model.Kind.ToString().ToLowerInvariant(), string.Join(", ", ModelInputs.Find(model)), model.Title }));
        screen.Error.WriteLine(models.Count == 0 ? "No model fits. Take fewer words, or --kind and --input alone." : $"{models.Count} of {EvolinkModels.All.Count} models. More about one: evolink describe MODEL");
    }
}
