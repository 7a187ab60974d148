using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>POST /api/v1/files/upload/base64: a file as text, alone or as a data URL.</summary>
internal sealed class UploadBase64Endpoint(FileStore files, UploadLimits limits) : IEndpoint
{
    private const double BytesOfTextForAByte = 4.0 / 3;

    public bool UsesFileErrors => true;

    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        limits.Lift(request, BytesOfTextForAByte);
        JsonElement body = (await JsonBody.ReadAsync(request).ConfigureAwait(false)).Root;
        string text = UploadFields.Required(body, "base64_data");
        string? type = null;
        if (text.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            int comma = text.IndexOf(',', StringComparison.Ordinal);
            if (comma < 0 || !text[..comma].EndsWith(";base64", StringComparison.OrdinalIgnoreCase)) throw new RefusedException(ApiError.Invalid("base64_data must be Base64, or a data URL with ;base64.", "base64_data"));
            (type, text) = (text["data:".Length..comma].Split(';')[0], text[(comma + 1)..]);
        }

        byte[] bytes = new byte[(text.Length * 3L / 4) + 3];
        if (!Convert.TryFromBase64String(text, bytes, out int length)) throw new RefusedException(ApiError.Invalid("base64_data is not Base64.", "base64_data"));
        if (length > limits.MaxBytes) throw new RefusedException(ApiError.FileTooLarge(limits.MaxBytes));

        type ??= MediaFile.TypeOf(bytes.AsSpan(0, length));
        string name = UploadFields.Find(body, "file_name") ?? "file" + FileTypes.Extension(type ?? "");
        FileStream content = files.Create();
        await content.WriteAsync(bytes.AsMemory(0, length), request.HttpContext.RequestAborted).ConfigureAwait(false);
        return FileJson.Ok("File uploaded", FileJson.Describe(files.Add(content, name, UploadFields.Find(body, "upload_path"), type), request.Origin()));
    }
}
