using Microsoft.Extensions.AI;

namespace Evolink.Images;

/// <summary>Turns a task into the response of an image generator.</summary>
internal sealed class ImageOutput : IDisposable
{
    // Where data is asked for. It is made before anything is paid for: a disk that takes nothing is found out in time.
    private readonly DirectoryInfo? _folder;

    private ImageOutput(bool isData) => _folder = isData ? Directory.CreateTempSubdirectory("evolink-") : null;

    /// <exception cref="ArgumentException">The service has no such form of a result.</exception>
    /// <exception cref="IOException">There is no room for data that is asked for.</exception>
    public static ImageOutput Create(ImageGenerationResponseFormat? format) => format switch
    {
        null or ImageGenerationResponseFormat.Uri => new ImageOutput(isData: false),
        ImageGenerationResponseFormat.Data => new ImageOutput(isData: true),
        _ => throw new ArgumentException($"Results are addresses that live for 24 hours, or data; there is no '{format}' result. Set ImageGenerationOptions.ResponseFormat to Uri or Data."),
    };

    /// <summary>Waits for the task's end, and fetches its images where data is asked for.</summary>
    public async Task<Microsoft.Extensions.AI.ImageGenerationResponse> ReadAsync(GenerationTask<TaskDetailResponse> task, CancellationToken cancellationToken)
    {
        TaskDetailResponse end = await task.WaitAsync(null, cancellationToken).ConfigureAwait(false);
        List<AIContent> contents = _folder is { } folder
            ? await DownloadAsync(task, folder, cancellationToken).ConfigureAwait(false)
            : [.. (end.Results ?? []).Select(static address => new UriContent(address, ImageFormat.FromPath(address.AbsolutePath)))];
        return new Microsoft.Extensions.AI.ImageGenerationResponse(contents) { RawRepresentation = end, Usage = ReadUsage(end) };
    }

    public void Dispose()
    {
        try
        {
            _folder?.Delete(recursive: true);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // Images that are paid for and read are worth more than an empty folder for temporary files.
        }
    }

    // By way of the disk: a download is resumed where it was cut, and stands in memory once.
    private static async Task<List<AIContent>> DownloadAsync(GenerationTask task, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        List<AIContent> contents = [];
        foreach (string file in await task.DownloadAsync(folder.FullName, cancellationToken).ConfigureAwait(false))
        {
            byte[] bytes = await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false);
            contents.Add(new DataContent(bytes, ImageFormat.FromPath(file)) { Name = Path.GetFileName(file) });
        }

        return contents;
    }

    // Credits are no tokens, and a part of one is still to be paid: exact figures are in the raw representation.
    private static UsageDetails? ReadUsage(TaskDetailResponse end)
    {
        if ((end.Usage?.CreditsUsed ?? end.Usage?.CreditsReserved) is not { } credits) return null;
        return new UsageDetails { AdditionalCounts = new() { ["credits"] = (long)Math.Ceiling(credits) } };
    }
}
