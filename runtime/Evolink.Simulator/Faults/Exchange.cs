using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Evolink.Simulation;

/// <summary>
/// One request while a fault plays with it. What Kestrel would not send is written to its socket directly; Kestrel itself has then not
/// begun to response, and its connection ends with the fault.
/// </summary>
internal sealed class Exchange(HttpContext context, Func<Task<IResult>> carryOut, LoggedRequest log, TimeProvider time)
{
    private int _bodySent;

    private Socket Socket => context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;

    /// <summary>Reads so much of the request's body.</summary>
    public async Task ReadAsync(long bytes)
    {
        byte[] buffer = new byte[16 * 1024];
        for (int count; bytes > 0; bytes -= count)
        {
            count = await context.Request.Body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(bytes, buffer.Length)), context.RequestAborted).ConfigureAwait(false);
            if (count == 0) return;
        }
    }

    /// <summary>Does what the API would do, but for sending the response.</summary>
    public Task<IResult> CarryOutAsync() => carryOut();

    /// <summary>Reads the request to its end, and does what the API would do if so wanted.</summary>
    public Task TakeAsync(bool andCarryOut) => andCarryOut ? CarryOutAsync() : ReadAsync(long.MaxValue);

    /// <summary>Does what the API would do, and keeps the response's bytes.</summary>
    public async Task<RawResponse> CaptureAsync() => await RawResponse.CaptureAsync(context, await CarryOutAsync().ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>Answers as the API itself would.</summary>
    public Task AnswerAsync(IResult answer)
    {
        // Noted before the first byte leaves: who has the response finds it in the ledger.
        if (answer is JsonResponse { Created: { } created } json && !HasLeft()) created.Answered(json.Body.Length, json.Body);
        return answer.ExecuteAsync(context);
    }

    /// <summary>Sends a piece of a response, in which are so many bytes of its body.</summary>
    public Task SendAsync(RawResponse answer, ReadOnlyMemory<byte> piece, int bodyBytes)
    {
        log.Answered(answer.Status);
        _bodySent += bodyBytes;
        answer.Created?.Answered(_bodySent, answer.Body);
        return SendAsync(piece);
    }

    /// <summary>Sends bytes that are no response.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[await Socket.SendAsync(bytes, SocketFlags.None, context.RequestAborted).ConfigureAwait(false)..];
    }

    /// <summary>Waits by the simulator's clock; false if the client left first.</summary>
    public async Task<bool> PauseAsync(TimeSpan duration)
    {
        try
        {
            await Task.Delay(duration, time, context.RequestAborted).ConfigureAwait(false);
            return !HasLeft();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Ends the connection with a reset (RST), as a crash or a firewall does.</summary>
    public void Reset()
    {
        EndWithoutResponse();
        Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        context.Abort();
    }

    /// <summary>Ends the connection in good order (FIN): whatever was sent arrives.</summary>
    public async Task CloseAsync()
    {
        EndWithoutResponse();
        Socket.Shutdown(SocketShutdown.Send);
        await PauseAsync(Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        context.Abort();
    }

    // Kestrel may still begin a response of its own that nobody gets. A response that was sent by then has been noted before.
    private void EndWithoutResponse() => log.Answered(0);

    // Kestrel hears of a client that left a moment later than its socket does.
    private bool HasLeft()
    {
        if (context.RequestAborted.IsCancellationRequested) return true;
        try
        {
            return Socket.Poll(TimeSpan.Zero, SelectMode.SelectRead) && Socket.Available == 0;
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
        {
            return true;
        }
    }
}
