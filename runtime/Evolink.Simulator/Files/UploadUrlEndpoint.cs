using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>
/// POST /api/v1/files/upload/url: a file of another server. The simulator calls nobody: what it has itself it copies, for any other URL
/// there is a small file of the kind that its extension names, and a host that ends in <c>.invalid</c> cannot be reached.
/// </summary>
internal sealed class UploadUrlEndpoint(FileStore files, TaskStore tasks) : IEndpoint
{
    public bool UsesFileErrors => true;

    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        JsonElement body = (await JsonBody.ReadAsync(request).ConfigureAwait(false)).Root;
        string address = UploadFields.Required(body, "file_url");
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? source) || source.Scheme is not ("http" or "https"))
            throw new RefusedException(ApiError.Invalid("file_url must be an http or https URL.", "file_url"));

        bool isOwn = address.StartsWith(request.Origin() + "/", StringComparison.Ordinal) || address.StartsWith(OwnFileUrls.Public + StoredFileEndpoint.Root, StringComparison.Ordinal);
        if (source.Host.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase) || (source.IsLoopback && !isOwn)) throw new RefusedException(ApiError.FileSource(address));
        string name = UploadFields.Find(body, "file_name") ?? Path.GetFileName(source.LocalPath);
        FileStream content = files.Create();
        string? type = FileTypes.Find(null, name.Length > 0 ? name : source.LocalPath);
        if (isOwn) type = await CopyOwnAsync(source, content, request.HttpContext.RequestAborted).ConfigureAwait(false);
        else if (type is not null) await content.WriteAsync(MediaFile.Find(type.Split('/')[0]).Content, request.HttpContext.RequestAborted).ConfigureAwait(false);
        return FileJson.Ok("File uploaded", FileJson.Describe(files.Add(content, name, UploadFields.Find(body, "upload_path"), type), request.Origin()));
    }

    private async Task<string?> CopyOwnAsync(Uri source, FileStream target, CancellationToken cancellationToken)
    {
        if (source.AbsolutePath.StartsWith(StoredFileEndpoint.Root, StringComparison.Ordinal) && files.Find(source.Segments[2].TrimEnd('/')) is { } file)
        {
            await using FileStream stored = File.OpenRead(file.Path);
            await stored.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
            return file.ContentType;
        }

        if (tasks.Find(Path.GetFileNameWithoutExtension(source.AbsolutePath)) is { State.IsCompleted: true } task)
        {
            MediaFile result = MediaFile.Find(task.Kind);
            await target.WriteAsync(result.Content, cancellationToken).ConfigureAwait(false);
            return result.ContentType;
        }

        await target.DisposeAsync().ConfigureAwait(false);
        File.Delete(target.Name);
        throw new RefusedException(ApiError.FileSource(source.AbsoluteUri));
    }
}
