using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Evolink.Tool.Cli;
using Evolink.Tool.Output;
using Evolink.Tool.Uploads;

namespace Evolink.Tool.Requests;

/// <summary>A request that its model takes, as soon as the local files that it names are uploaded.</summary>
internal sealed class RequestDraft
{
    private readonly JsonObject _json;

    private RequestDraft(ModelInfo model, JsonObject json, IReadOnlyList<LocalFile> files, GenerationRequest checkedRequest) =>
        (Model, _json, Files, CheckedRequest) = (model, json, files, checkedRequest);

    public ModelInfo Model { get; }

    /// <summary>The members as they were written.</summary>
    public JsonNode Json => _json;

    /// <summary>The files to upload; empty where there are none.</summary>
    public IReadOnlyList<LocalFile> Files { get; }

    /// <summary>The request with addresses in the place of files that are made of what is in them: equal files make equal requests.</summary>
    public GenerationRequest CheckedRequest { get; }

    /// <summary>Checks the request and its files. Nothing is sent.</summary>
    /// <returns>The draft, or everything that is wrong.</returns>
    public static async Task<(RequestDraft? Draft, IReadOnlyList<string> Problems)> TryCreateAsync(ModelInfo model, JsonObject json, CancellationToken cancellationToken)
    {
        IReadOnlyList<LocalFile> files = LocalFiles.Find(model, json);
        IReadOnlyList<string> problems = await LocalFileCheck.FindProblemsAsync(files, cancellationToken);
        JsonObject complete = json.DeepClone().AsObject();
        foreach (LocalFile file in LocalFiles.Find(model, complete)) file.Replace(await StandInAsync(file.Path, cancellationToken));
        bool isValid = model.TryCreateRequest(JsonOutput.ToElement(complete), out GenerationRequest? request, out IReadOnlyList<ValidationResult> results);
        return isValid && problems.Count == 0 ? (new RequestDraft(model, json, files, request!), []) : (null, [.. results.Select(static result => result.ErrorMessage!), .. problems]);
    }

    /// <exception cref="ToolException">The request or a file is not what the model takes; the message names every failure.</exception>
    public static async Task<RequestDraft> CreateAsync(ModelInfo model, JsonObject json, CancellationToken cancellationToken)
    {
        (RequestDraft? draft, IReadOnlyList<string> problems) = await TryCreateAsync(model, json, cancellationToken);
        return draft ?? throw RefusedRequest.Create(model, problems);
    }

    /// <summary>Uploads the files.</summary>
    /// <returns>The request as it is to be sent.</returns>
    public async Task<GenerationRequest> CompleteAsync(FileUploads uploads, CancellationToken cancellationToken)
    {
        if (Files.Count == 0) return CheckedRequest;
        JsonObject complete = _json.DeepClone().AsObject();
        foreach (LocalFile file in LocalFiles.Find(Model, complete)) file.Replace(await uploads.UploadAsync(file.Path, new UploadOptions { Media = file.Media }, cancellationToken));
        return Requests.CheckedRequest.Create(Model, JsonOutput.ToElement(complete));
    }

    private static async Task<Uri> StandInAsync(string path, CancellationToken cancellationToken)
    {
        string hash = "missing";
        if (File.Exists(path))
        {
            await using FileStream content = new(path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.Read, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
            hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        }

        return new Uri($"https://local.example.com/{hash}{Uri.EscapeDataString(Path.GetExtension(path))}");
    }
}
