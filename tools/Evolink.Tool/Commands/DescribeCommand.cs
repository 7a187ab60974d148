using System.CommandLine;
using Evolink.Tool.Catalogue;
using Evolink.Tool.Cli;
using Evolink.Tool.Costs;
using Evolink.Tool.Output;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink describe MODEL</c>: what a model takes.</summary>
internal static class DescribeCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        Argument<string> model = ModelArgument.Create();
        Option<bool> json = CommonOptions.Json();
        Option<bool> schema = new("--schema") { Description = "Write the requests' JSON Schema (2020-12), and nothing else." };
        Option<bool> example = new("--example") { Description = "Write an example request as JSON, and nothing else: to be edited, and sent with generate --input." };
        Option<bool> csharp = new("--csharp") { Description = "Write the example as a C# program, and nothing else." };
        Command command = new("describe", "Show what a model takes: parameters, limits, advice, prices, an example.") { model, json, schema, example, csharp };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            ModelInfo found = ModelLookup.Get(parsed.GetValue(model)!);
            TextWriter output = environment.Screen.Out;
            if (parsed.GetValue(schema)) output.WriteLine(JsonOutput.Format(System.Text.Json.Nodes.JsonNode.Parse(found.JsonSchema)));
            else if (parsed.GetValue(example)) output.WriteLine(JsonOutput.Format(ModelJson.Example(found)));
            else if (parsed.GetValue(csharp)) output.Write(CSharpSnippet.Write(found, ModelJson.Example(found)));
            else if (parsed.GetValue(json)) output.WriteLine(JsonOutput.Format(ModelJson.Full(found, await PriceBook.ReadAsync(environment, cancellationToken))));
            else ModelPage.Write(environment.Screen, found, await PriceBook.ReadAsync(environment, cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }
}
