using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Evolink.Runtime.Http.Bodies;
using Evolink.Runtime.Requests;

namespace Evolink.Runtime.Uploads;

/// <summary>Uploads the files of this machine that requests name where they should have URLs: <see cref="EvolinkOptions.UploadLocalFiles"/>.</summary>
internal sealed class LocalFileUploads(ApiPipeline pipeline, ApiOperation upload)
{
    /// <summary>Puts URLs in the place of local files. A request that is refused anyway is left as it is, and nothing of it is uploaded.</summary>
    /// <exception cref="EvolinkValidationException">A file is not there, or is not what its member takes; the request was not sent, and nothing was uploaded.</exception>
    public async Task CompleteAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (call.Body is not JsonBody { Value: GenerationRequest request } body
            || RequestTypes.Find(request.GetType()) is not { } type
            || ModelValidation.FindUnfitMedia(request) is not { Count: > 0 } media)
        {
            return;
        }

        Dictionary<string, string> paths = [];
        foreach ((string member, string text) in media)
        {
            // Whatever is no file either is refused as ever.
            if (LocalPath.Find(text) is not { } path) return;
            paths.Add(member, path);
        }

        using JsonDocument? json = TryParse(request);
        if (json is null) return;
        await ThrowIfUnfitAsync(MediaMembers.Find(request.GetType(), json.RootElement, paths.Keys), paths, cancellationToken).ConfigureAwait(false);
        Dictionary<string, Uri> uploaded = [];
        foreach (string path in paths.Values)
        {
            if (!uploaded.ContainsKey(path)) uploaded.Add(path, await FileUpload.SendAsync(pipeline, upload, path, null, cancellationToken).ConfigureAwait(false));
        }

        Dictionary<string, Uri> urls = paths.ToDictionary(entry => entry.Key, entry => uploaded[entry.Value]);
        call.Json(RequestJson.Create(type, writer => MediaMembers.Replace(json.RootElement, urls, writer)), mediaType: body.MediaType);
    }

    // Null for what no JSON says, or not any more: whoever checks or writes the request says so.
    private static JsonDocument? TryParse(GenerationRequest request)
    {
        try
        {
            return RequestJson.Parse(request);
        }
        catch (Exception unwritable) when (unwritable is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Holds every file against its member before the first one leaves: an upload counts against a quota.</summary>
    private async Task ThrowIfUnfitAsync(IReadOnlyDictionary<string, ModelMedia> media, Dictionary<string, string> paths, CancellationToken cancellationToken)
    {
        List<ValidationResult> results = [];
        foreach ((string member, string path) in paths)
        {
            IReadOnlyList<string> problems = await FindProblemsAsync(path, media.GetValueOrDefault(member), cancellationToken).ConfigureAwait(false);
            results.AddRange(problems.Select(problem => new ValidationResult($"{member}: {problem}.", [member])));
        }

        if (results.Count > 0) throw new EvolinkValidationException(results);
    }

    private async Task<IReadOnlyList<string>> FindProblemsAsync(string path, ModelMedia? media, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) return ["must be a public http or https URL, or name a file of this machine, and there is no such file"];
        string name = Path.GetFileName(path);
        if (!pipeline.Settings.ValidateRequests) return [];
        try
        {
            return [.. (await FileCheck.FindProblemsAsync(path, media, upload.Upload?.MaxBytes, pipeline.Settings.MediaInspector, cancellationToken).ConfigureAwait(false)).Select(problem => $"{name} {problem}")];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [$"{name} cannot be read ({unreadable.GetType().Name})"];
        }
    }
}
