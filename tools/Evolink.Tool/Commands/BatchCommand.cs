using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Evolink.Tool.Cli;
using Evolink.Tool.Costs;
using Evolink.Tool.Following;
using Evolink.Tool.Output;
using Evolink.Tool.Requests;
using Evolink.Tool.Sessions;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink batch FILE</c>: many requests, of which none is paid for twice, however often the command is begun.</summary>
internal static class BatchCommand
{
    private const int DefaultParallel = 10;

    public static Command Create(ToolEnvironment environment)
    {
        Argument<string> file = new("FILE") { Description = "Requests as JSON, one object with its model a line." };
        Option<int> parallel = new("--parallel") { Description = $"The most requests that are under way at the same time. The default is {DefaultParallel}.", HelpName = "number", DefaultValueFactory = static _ => DefaultParallel };
        Option<string?> download = new("--download") { Description = "Save the results into this folder.", HelpName = "dir" };
        Option<decimal?> maxCredits = CommonOptions.MaxCredits();
        Option<bool> retry = new("--retry") { Description = "Send again what has failed, has expired, or was cancelled after it was sent. What is done, under way or of unknown outcome is never sent again." };
        Option<bool> dryRun = new("--dry-run") { Description = "Check all lines, show what would be uploaded and what each will probably cost. Sends nothing." };
        Option<bool> simulate = CommonOptions.Simulate();
        Option<bool> json = new("--json") { Description = "Write each result as a line of JSON." };
        Command command = new("batch", "Generate many requests of a file. Begun again, it goes on where it stopped.") { file, parallel, download, maxCredits, retry, dryRun, simulate, json };
        command.SetAction(async (parsed, interrupted) =>
        {
            if (parsed.GetValue(parallel) < 1) throw ToolException.Usage("--parallel must be at least 1.");
            IReadOnlyList<BatchLine> lines = await BatchFile.ReadAsync(parsed.GetValue(file)!, interrupted);
            if (parsed.GetValue(dryRun)) return await ShowAsync(environment, lines, parsed.GetValue(simulate), parsed.GetValue(json), interrupted);
            JobOptions options = new() { SaveTo = parsed.GetValue(download) is { } folder ? OutputFolder.Prepare(folder) : null, MaxCredits = parsed.GetValue(maxCredits) };
            await using Session session = await Session.OpenAsync(environment, parsed.GetValue(simulate), drivesJobs: true, interrupted, parsed.GetValue(parallel));
            return await new BatchRun(session, environment.Screen, options, parsed.GetValue(retry), parsed.GetValue(json)).RunAsync(lines, interrupted);
        });
        return command;
    }

    private static async Task<int> ShowAsync(ToolEnvironment environment, IReadOnlyList<BatchLine> lines, bool isSimulated, bool asJson, CancellationToken cancellationToken)
    {
        Screen screen = environment.Screen;
        PriceLookup prices = await PriceBook.ReadAsync(environment, isSimulated, cancellationToken);
        (BatchLine Line, CostEstimate Cost)[] costs = [.. lines.Select(line => (line, prices.Estimate(line.Draft.Model, JsonOutput.ToElement(line.Draft.Json))))];
        if (asJson) screen.Out.WriteLine(JsonOutput.Format(new JsonArray([.. costs.Select(static one => WithLine(one.Line, CostText.ToJson(one.Cost)))])));
        else Listing.Write(screen, ["line", "model", "cost"], costs.Select(static one => new[] { one.Line.Line.ToString(CultureInfo.InvariantCulture), one.Line.Draft.Model.Id, CostText.Line(one.Cost) }));
        foreach (string path in lines.SelectMany(static line => line.Draft.Files).Select(static one => one.Path).Distinct()) screen.Error.WriteLine($"Would be uploaded: {path}");
        CostEstimate[] known = [.. costs.Select(static one => one.Cost).Where(static cost => cost.IsKnown)];
        string total = string.Create(CultureInfo.InvariantCulture, $"{known.Sum(static cost => cost.From):0.####} to {known.Sum(static cost => cost.To):0.####} credits");
        screen.Error.WriteLine($"{lines.Count} requests are valid. Cost: {total}{(known.Length < lines.Count ? $", and {lines.Count - known.Length} whose cost is not known" : "")}. Nothing was sent.");
        return ExitCodes.Done;
    }

    private static JsonNode WithLine(BatchLine line, JsonObject json)
    {
        json.Insert(0, "line", line.Line);
        json["uploads"] = new JsonArray([.. line.Draft.Files.Select(static file => (JsonNode?)file.Path)]);
        return json;
    }
}
