using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Evolink.Webhooks;

/// <summary>Answers callbacks. It reads nothing of the service and waits for nobody: the service gives up after ten seconds.</summary>
internal sealed class WebhookEndpoint(WebhookQueue queue, IOptions<EvolinkWebhookOptions> options, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context)
    {
        // An address that is not ours is none: nobody learns that there is something here.
        string? token = context.Request.RouteValues[WebhookRoute.TokenParameter] as string;
        if (CallbackToken.Read(options.Value.Secrets, token, time.GetUtcNow()) is not { } correlationId)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.StatusCode = await ReceiveAsync(context, correlationId).ConfigureAwait(false);
    }

    private async Task<int> ReceiveAsync(HttpContext context, string correlationId)
    {
        if (!context.Request.HasJsonContentType()) return StatusCodes.Status415UnsupportedMediaType;
        if (context.Request.ContentLength > CallbackBody.MaxBytes) return StatusCodes.Status413PayloadTooLarge;
        if (await ReadAsync(context.Request.BodyReader, context.RequestAborted).ConfigureAwait(false) is not { } body) return StatusCodes.Status413PayloadTooLarge;
        if (CallbackBody.FindTaskId(body) is not { } id) return StatusCodes.Status400BadRequest;
        return queue.TryAdd(new TaskHint(id, correlationId)) ? StatusCodes.Status202Accepted : StatusCodes.Status503ServiceUnavailable;
    }

    /// <summary>The whole body; null where it is too long, whatever its header says.</summary>
    private static async Task<byte[]?> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (result.Buffer.Length > CallbackBody.MaxBytes) return null;
            if (result.IsCompleted)
            {
                byte[] body = result.Buffer.ToArray();
                reader.AdvanceTo(result.Buffer.End);
                return body;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
