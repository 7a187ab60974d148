using System.Text.Json;

namespace Evolink.Runtime.Uploads;

/// <summary>The body of an upload: a file or the address of one, and where to put it. Fields stand before the file, so that a server knows them when it comes.</summary>
internal sealed class UploadForm(ApiUpload upload, UploadOptions options) : IJsonModel, IFileModel, IValidatable
{
    /// <summary>The file; null where the service fetches it.</summary>
    public UploadFile? File { get; init; }

    /// <summary>Where the service fetches it; null where it is sent.</summary>
    public Uri? Source { get; init; }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (upload.Folder is { } folder && options.Folder is { } path) writer.WriteString(folder, path);
        if (upload.Name is { } name && options.FileName is { } own) writer.WriteString(name, own);
        writer.WriteString(upload.Content, Source?.OriginalString ?? File!.FileName);
        writer.WriteEndObject();
    }

    public void CollectFiles(FileParts files) => files.Add(upload.Content, File);

    public void Validate(ref SchemaValidationContext context) => context.MediaUrl(Source, "source", upload.Content);
}
