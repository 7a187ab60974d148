using System.CommandLine;
using System.Text.Json.Nodes;
using Evolink.Tool.Cli;
using Evolink.Tool.Connections;
using Evolink.Tool.Output;
using Evolink.Tool.Uploads;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink upload FILE…</c>: files to where models can fetch them.</summary>
internal static class UploadCommand
{
    public static Command Create(ToolEnvironment environment)
    {
        Argument<string[]> files = new("FILE") { Description = "Files of this machine, or URLs that the service fetches itself.", Arity = ArgumentArity.OneOrMore };
        Option<string?> folder = new("--folder") { Description = "Put them into this folder of the service; by default it chooses one.", HelpName = "name" };
        Option<bool> simulate = CommonOptions.Simulate();
        Option<bool> json = CommonOptions.Json();
        Command command = new("upload", "Upload files, and write their URLs, one a line. They are kept for 72 hours.") { files, folder, simulate, json };
        command.SetAction(async (parsed, interrupted) =>
        {
            string[] sources = parsed.GetValue(files)!;
            if (Array.Find(sources, static source => FindUrl(source) is null && !File.Exists(source)) is { } missing) throw ToolException.Usage($"There is no file '{missing}'. Nothing was uploaded.");
            UploadOptions options = new() { Folder = parsed.GetValue(folder) };
            await using ServiceConnection service = await ServiceConnection.OpenAsync(environment, parsed.GetValue(simulate), interrupted);
            FileUploads uploads = new(service.Client, environment.Screen);
            JsonArray all = [];
            foreach (string source in sources)
            {
                UploadedFile file = FindUrl(source) is { } url ? await service.Client.Files.UploadAsync(url, options, interrupted) : await uploads.UploadAsync(source, options, interrupted);
                all.Add((JsonNode)FileUploads.ToJson(source, file));
                if (!parsed.GetValue(json)) environment.Screen.Out.WriteLine(Listing.Printable(file.Url.OriginalString));
            }

            if (parsed.GetValue(json)) environment.Screen.Out.WriteLine(JsonOutput.Format(all));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Uri? FindUrl(string source) => Uri.TryCreate(source, UriKind.Absolute, out Uri? url) && url!.Scheme is "http" or "https" ? url : null;
}
