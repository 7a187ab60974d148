using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Evolink.Tool.Cli;
using Evolink.Tool.Connections;
using Evolink.Tool.Output;

namespace Evolink.Tool.Commands;

/// <summary><c>evolink files</c>: what was uploaded.</summary>
internal static class FilesCommand
{
    private const int DefaultCount = 50;

    public static Command Create(ToolEnvironment environment) => new("files", "List and delete what was uploaded.") { CreateList(environment), CreateDelete(environment), CreateQuota(environment) };

    private static Command CreateList(ToolEnvironment environment)
    {
        Option<int> count = CommonOptions.Count(DefaultCount);
        Option<bool> json = CommonOptions.Json();
        Command command = new("list", "List the uploaded files.") { count, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using EvolinkClient client = new(Account.Read(environment));
            List<StoredFile> files = [];
            await foreach (StoredFile file in client.Files.ListAllFilesAsync(cancellationToken: cancellationToken))
            {
                files.Add(file);
                if (files.Count == parsed.GetValue(count)) break;
            }

            if (parsed.GetValue(json)) environment.Screen.Out.WriteLine(JsonOutput.Format(new JsonArray([.. files.Select(static file => JsonOutput.ToNode(ClientJson.ToElement(file)))])));
            else Listing.Write(environment.Screen, ["file", "name", "bytes", "type", "kept until", "url"], files.Select(Row));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command CreateDelete(ToolEnvironment environment)
    {
        Argument<string[]> ids = new("FILE") { Description = "The files, as `evolink files list` names them.", Arity = ArgumentArity.OneOrMore };
        Command command = new("delete", "Delete uploaded files. Their URLs are dead at once.") { ids };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using EvolinkClient client = new(Account.Read(environment));
            foreach (string id in parsed.GetValue(ids)!)
            {
                await client.Files.DeleteFileAsync(id, cancellationToken);
                environment.Screen.Error.WriteLine($"{id} is deleted.");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Command CreateQuota(ToolEnvironment environment)
    {
        Option<bool> json = CommonOptions.Json();
        Command command = new("quota", "Show how many files there may be.") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using EvolinkClient client = new(Account.Read(environment));
            FileQuotaResponse quota = await client.Files.GetFileQuotaAsync(cancellationToken);
            environment.Screen.Out.WriteLine(parsed.GetValue(json)
                ? JsonOutput.Format(ClientJson.ToElement(quota.Data))
                : string.Create(CultureInfo.InvariantCulture, $"{quota.Data?.UsedFiles} of {quota.Data?.MaxFiles} files, {quota.Data?.RemainFiles} more are possible"));
            return ExitCodes.Done;
        });
        return command;
    }

    private static string[] Row(StoredFile file) =>
    [
        file.FileId ?? "", file.OriginalName ?? file.FileName ?? "", file.FileSize?.ToString(CultureInfo.InvariantCulture) ?? "", file.MimeType ?? "",
        file.ExpiresAt?.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "", file.FileUrl?.OriginalString ?? "",
    ];
}
