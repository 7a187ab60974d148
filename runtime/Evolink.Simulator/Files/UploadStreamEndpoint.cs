using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Evolink.Simulation;

/// <summary>POST /api/v1/files/upload/stream: a multipart body, whose file goes to the disk as it comes.</summary>
internal sealed class UploadStreamEndpoint(FileStore files, UploadLimits limits) : IEndpoint
{
    private const int LongestText = 4096;

    public bool UsesFileErrors => true;

    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            throw new RefusedException(ApiError.Invalid("The Content-Type must be multipart/form-data with a boundary."));
        }

        limits.Lift(request);
        CancellationToken ended = request.HttpContext.RequestAborted;
        MultipartReader reader = new(boundary, request.Body);
        FileStream? content = null;
        string? sentName = null, sentType = null;
        Dictionary<string, string> fields = [];
        try
        {
            while (await reader.ReadNextSectionAsync(ended).ConfigureAwait(false) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition)) continue;
                string field = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
                if (field != "file")
                {
                    fields[field] = await TextAsync(section.Body, ended).ConfigureAwait(false);
                }
                else if (content is null)
                {
                    (sentName, sentType) = (NameOf(disposition), section.ContentType);
                    content = files.Create();
                    await limits.CopyAsync(section.Body, content, ended).ConfigureAwait(false);
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            Discard(content);
            throw new RefusedException(ApiError.Invalid("The body is no multipart body: " + broken.Message));
        }
        catch
        {
            Discard(content);
            throw;
        }

        if (content is null) throw new RefusedException(ApiError.Invalid("file is required.", "file"));
        string name = Field("file_name", "fileName") ?? sentName ?? "file" + FileTypes.Extension(sentType ?? "");
        return FileJson.Ok("File uploaded", FileJson.Describe(files.Add(content, name, Field("upload_path", "uploadPath"), sentType), request.Origin()));

        // Older pages of the vendor's spell the names otherwise; both are read.
        string? Field(string usual, string older) => fields.GetValueOrDefault(usual) ?? fields.GetValueOrDefault(older);
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken cancellationToken)
    {
        using StreamReader reader = new(body, Encoding.UTF8);
        char[] text = new char[LongestText];
        return new string(text, 0, await reader.ReadBlockAsync(text, cancellationToken).ConfigureAwait(false));
    }

    private static string? NameOf(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.FileNameStar).Value ?? HeaderUtilities.RemoveQuotes(disposition.FileName).Value;

    private static void Discard(FileStream? content)
    {
        if (content is null) return;
        content.Dispose();
        File.Delete(content.Name);
    }
}
