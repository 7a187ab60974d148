using Evolink.Simulation;

namespace Evolink;

/// <content>Faults of the connection.</content>
public partial record Fault
{
    /// <summary>The connection is reset once the request's head is there; nothing is carried out.</summary>
    public static Fault ResetBeforeReading() => new CutRequest(0);

    /// <summary>The connection is reset within the request's body; nothing is carried out.</summary>
    /// <param name="afterBytes">How much of the body is read first. A client sees the reset while it still sends only if the rest is larger than the sockets' buffers, a few megabytes.</param>
    public static Fault ResetDuringRequest(int afterBytes = 1) => new CutRequest(NotNegative(afterBytes));

    /// <summary>The connection is reset after the whole request was read, without a byte of a response.</summary>
    /// <param name="carriesOut">Whether the request is carried out before.</param>
    public static Fault ResetAfterRequest(bool carriesOut = true) =>
        carriesOut ? new CutResponse(ResponsePart.Nothing, CutEnd.Reset) : new CutRequest(long.MaxValue);

    /// <summary>The request is carried out, and the connection is reset in the middle of the response's head.</summary>
    public static Fault ResetDuringHeaders() => new CutResponse(ResponsePart.HalfHead, CutEnd.Reset);

    /// <summary>The request is carried out, and the connection is reset within the response's body.</summary>
    /// <param name="afterBytes">How much of the body is sent first.</param>
    public static Fault ResetDuringBody(int afterBytes) => new CutResponse(ResponsePart.Body(NotNegative(afterBytes)), CutEnd.Reset);

    /// <summary>The request is carried out, and the connection is closed in good order before the response's announced length has come.</summary>
    /// <param name="afterBytes">How much of the body is sent; all of it is followed by one announced byte that never comes.</param>
    public static Fault Truncated(int afterBytes) => new CutResponse(ResponsePart.Body(NotNegative(afterBytes)), CutEnd.Close);

    /// <summary>The request is carried out, and its response is chunked and closed without the chunk that ends it.</summary>
    /// <param name="afterBytes">How much of the body is sent; by default all of it.</param>
    public static Fault UnendedChunks(int afterBytes = int.MaxValue) => new CutResponse(ResponsePart.Chunks(NotNegative(afterBytes)), CutEnd.Close);

    /// <summary>The request is carried out, and then nothing is heard.</summary>
    /// <param name="lasting">When the connection is reset, by the simulator's clock; null for when the client has left.</param>
    public static Fault Stall(TimeSpan? lasting = null) => new CutResponse(ResponsePart.Nothing, CutEnd.Silence(NotNegative(lasting)));

    /// <summary>The request is carried out, and nothing is heard after the response's head.</summary>
    /// <param name="lasting"><inheritdoc cref="Stall" path="/param[@name='lasting']"/></param>
    public static Fault StallAfterHeaders(TimeSpan? lasting = null) => StallDuringBody(0, lasting);

    /// <summary>The request is carried out, and nothing is heard after the beginning of the response's body.</summary>
    /// <param name="afterBytes">How much of the body is sent.</param>
    /// <param name="lasting"><inheritdoc cref="Stall" path="/param[@name='lasting']"/></param>
    public static Fault StallDuringBody(int afterBytes, TimeSpan? lasting = null) =>
        new CutResponse(ResponsePart.Body(NotNegative(afterBytes)), CutEnd.Silence(NotNegative(lasting)));

    /// <summary>The request is carried out, and its whole response comes in small pieces.</summary>
    /// <param name="bytes">The size of a piece.</param>
    /// <param name="interval">The pause after each, by the simulator's clock.</param>
    public static Fault Drip(int bytes, TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        return new DrippedResponse(bytes, NotNegative(interval)!.Value);
    }

    /// <summary>The request is carried out as it arrives, and answered late.</summary>
    /// <param name="by">How late, by the simulator's clock; longer than the client's timeout makes a paid create whose response nobody hears.</param>
    public static Fault Late(TimeSpan by) => new LateResponse(NotNegative(by)!.Value);

    private static int NotNegative(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return bytes;
    }

    private static TimeSpan? NotNegative(TimeSpan? time)
    {
        if (time is { } given) ArgumentOutOfRangeException.ThrowIfLessThan(given, TimeSpan.Zero, nameof(time));
        return time;
    }
}
