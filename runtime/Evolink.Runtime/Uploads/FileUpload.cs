using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Evolink.Runtime.Http;
using Evolink.Runtime.Uploads;

namespace Evolink;

/// <summary>Uploads files by the operations that <c>x-evolink-upload</c> stands at. What generated methods call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FileUpload
{
    /// <summary>Uploads a file of this machine. It is read as it is sent.</summary>
    /// <exception cref="EvolinkValidationException">The file is empty, too large, or not what it has to be; nothing was sent.</exception>
    /// <exception cref="IOException">The file is not there, or cannot be read.</exception>
    /// <exception cref="EvolinkException">The call failed; the type says how.</exception>
    public static async Task<UploadedFile> SendAsync(ApiPipeline pipeline, ApiOperation operation, string path, UploadOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        FileStream file = FileCheck.Open(path);
        await using (file.ConfigureAwait(false))
        {
            return await SendAsync(pipeline, operation, file, Path.GetFileName(path), options, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Uploads a stream, from where it stands. It is never held in memory, and not disposed.</summary>
    /// <inheritdoc cref="SendAsync(ApiPipeline, ApiOperation, string, UploadOptions, CancellationToken)" path="/exception"/>
    public static async Task<UploadedFile> SendAsync(
        ApiPipeline pipeline, ApiOperation operation, Stream content, string fileName, UploadOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        ApiUpload upload = UploadOf(operation);
        options ??= UploadOptions.Default;
        UploadStream stream = await UploadStream.OpenAsync(content, options.Progress, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            string type = options.ContentType ?? FileCheck.TypeOf(stream, fileName);
            if (pipeline.Settings.ValidateRequests)
            {
                IReadOnlyList<string> problems = await FileCheck.FindProblemsAsync(stream, type, options.Media, upload.MaxBytes, pipeline.Settings.MediaInspector, cancellationToken).ConfigureAwait(false);
                if (problems.Count > 0) throw new EvolinkValidationException([.. problems.Select(problem => new ValidationResult($"{fileName}: {problem}."))]);
            }

            UploadForm form = new(upload, options) { File = new UploadFile(stream, options.FileName ?? fileName, type) };
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            stream.OnThrown = either.Cancel;
            try
            {
                UploadedFile file = await SendAsync(pipeline, new ApiCall(operation).Multipart(form), upload, type, stream.TotalBytes, either.Token).ConfigureAwait(false);
                stream.Complete();
                return file;
            }
            catch (Exception) when (stream.Thrown is not null)
            {
                // Not the line's fault: the caller's handler ended it, and the caller gets what it threw.
                ExceptionDispatchInfo.Throw(stream.Thrown);
                throw;
            }
            catch (OperationCanceledException canceled) when (canceled is not EvolinkCanceledException && cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(canceled.Message, canceled, cancellationToken);
            }
        }
    }

    /// <summary>Has the service fetch a file of another server.</summary>
    /// <exception cref="EvolinkValidationException">It is no public http or https URL; nothing was sent.</exception>
    /// <exception cref="EvolinkException">The call failed; the type says how.</exception>
    public static Task<UploadedFile> SendAsync(ApiPipeline pipeline, ApiOperation operation, Uri source, UploadOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(source);
        ApiUpload upload = UploadOf(operation);
        UploadForm form = new(upload, options ?? UploadOptions.Default) { Source = source };
        return SendAsync(pipeline, new ApiCall(operation).Json(form), upload, null, null, cancellationToken);
    }

    private static async Task<UploadedFile> SendAsync(ApiPipeline pipeline, ApiCall call, ApiUpload upload, string? type, long? size, CancellationToken cancellationToken)
    {
        using ApiResponse response = await pipeline.ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        JsonElement json = pipeline.Content.ReadRequired(call, response, JsonRead.Element)!.Value;
        Uri url = UploadResponse.FindUrl(upload, json)
            ?? throw pipeline.Content.Unreadable(call, response, new InvalidDataException($"The response has no http or https URL at {upload.Url}"));
        return new UploadedFile(url, json)
        {
            Id = UploadResponse.FindId(upload, json),
            ExpiresAt = UploadResponse.FindEnd(upload, json, pipeline.Settings.Time.GetUtcNow()),
            ContentType = type,
            Size = size,
        };
    }

    private static ApiUpload UploadOf(ApiOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.Upload ?? throw new ArgumentException($"{operation.Id} is no upload.", nameof(operation));
    }
}
