using System.CommandLine;
using System.CommandLine.Completions;

namespace Evolink.Tool.Commands;

/// <summary>The argument MODEL, completed from the catalogue.</summary>
internal static class ModelArgument
{
    public static Argument<string> Create()
    {
        Argument<string> model = new("MODEL") { Description = "The model's name; `evolink models` lists them.", HelpName = "MODEL" };
        model.CompletionSources.Add(static _ => EvolinkModels.All.Select(static one => new CompletionItem(one.Id, detail: one.Title)));
        return model;
    }
}
