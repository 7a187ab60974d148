using System.Runtime.CompilerServices;

namespace Evolink.Runtime.Files;

/// <summary>Which streams are being sent: two bodies that read one stream at a time would each send a part of it, and be billed for that.</summary>
internal static class StreamUse
{
    private static readonly ConditionalWeakTable<Stream, object> s_users = [];

    /// <summary>Marks the streams of a body. The same stream may stand in it twice: a body reads one after the other.</summary>
    /// <exception cref="StreamInUseException">Another body reads one of them; none is marked.</exception>
    public static void Begin(IReadOnlyList<BodySegment> segments, object user)
    {
        foreach (BodySegment segment in segments)
        {
            if (segment.Stream is not { } stream || ReferenceEquals(s_users.GetValue(stream, _ => user), user)) continue;
            End(segments, user);
            throw new StreamInUseException();
        }
    }

    /// <summary>Takes the marks of a body away.</summary>
    public static void End(IReadOnlyList<BodySegment> segments, object user)
    {
        foreach (BodySegment segment in segments)
        {
            if (segment.Stream is { } stream && s_users.TryGetValue(stream, out object? own) && ReferenceEquals(own, user)) s_users.Remove(stream);
        }
    }
}

/// <summary>A stream was given to two calls at a time.</summary>
internal sealed class StreamInUseException() : InvalidOperationException(
    "the stream of a file is being sent by another call. Nothing was submitted: give each call a stream of its own, or wait for the first one");
