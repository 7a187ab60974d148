using System.Globalization;
using System.Text.Json.Nodes;
using Evolink.Tool.Output;
using Spectre.Console;
using static System.FormattableString;

namespace Evolink.Tool.Uploads;

/// <summary>Uploads files with their progress. A file that is named twice is uploaded once.</summary>
internal sealed class FileUploads(EvolinkClient client, Screen screen)
{
    private readonly Dictionary<string, UploadedFile> _uploaded = new(StringComparer.Ordinal);

    /// <param name="path">The file.</param>
    /// <param name="options">How it is uploaded; its progress is shown here.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<UploadedFile> UploadAsync(string path, UploadOptions options, CancellationToken cancellationToken)
    {
        string full = Path.GetFullPath(path);
        if (_uploaded.TryGetValue(full, out UploadedFile? known)) return known;
        UploadedFile file = screen.IsErrorTerminal ? await ShowAsync(full, options, cancellationToken) : await client.Files.UploadAsync(full, options, cancellationToken);
        screen.Error.WriteLine($"{Listing.OneLine(Path.GetFileName(full))} is uploaded{(file.Size is { } bytes ? Invariant($", {bytes} bytes") : "")}{Expiry(file)}.");
        return _uploaded[full] = file;
    }

    /// <summary>What a reader wants to know of a file's life.</summary>
    public static string Expiry(UploadedFile file) => file.ExpiresAt is { } end ? $", and kept until {end.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}" : "";

    /// <summary>An upload for scripts, agents and the page.</summary>
    public static JsonObject ToJson(string source, UploadedFile file) => new()
    {
        ["file"] = source,
        ["url"] = file.Url.OriginalString,
        ["id"] = file.Id,
        ["type"] = file.ContentType,
        ["bytes"] = file.Size,
        ["expires_at"] = file.ExpiresAt?.ToString("O", CultureInfo.InvariantCulture),
    };

    private Task<UploadedFile> ShowAsync(string path, UploadOptions options, CancellationToken cancellationToken) => screen.ErrorConsole.Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn())
        .StartAsync(async context =>
        {
            ProgressTask bar = context.AddTask(Markup.Escape(Listing.OneLine(Path.GetFileName(path))), maxValue: new FileInfo(path).Length);
            return await client.Files.UploadAsync(path, options with { Progress = new Bar(bar) }, cancellationToken);
        });

    private sealed class Bar(ProgressTask bar) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value) => bar.Value = value.SentBytes;
    }
}
