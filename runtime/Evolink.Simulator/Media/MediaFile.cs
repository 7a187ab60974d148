using System.Collections.Frozen;
using System.Text;

namespace Evolink.Simulation;

/// <summary>A small real file of the kind that a task makes: players open it, and checks of its first bytes pass.</summary>
internal sealed record MediaFile(string Extension, string ContentType, byte[] Content)
{
    private static readonly FrozenDictionary<string, MediaFile> s_byKind = new Dictionary<string, MediaFile>(StringComparer.Ordinal)
    {
        ["video"] = new(".mp4", "video/mp4", Mp4File.Create()),
        ["image"] = new(".png", "image/png", PngFile.Create()),
        ["audio"] = new(".wav", "audio/wav", WavFile.Create()),
        ["text"] = new(".txt", "text/plain; charset=utf-8", Encoding.UTF8.GetBytes("A text, as a model would have written it.\n")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The media type that the first bytes of a file speak for; null where they say nothing.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> start) => start switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "video/mp4",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => "audio/wav",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'I', (byte)'D', (byte)'3', ..] => "audio/mpeg",
        _ => null,
    };

    /// <summary>The file of a kind of task; what is no other kind is a video.</summary>
    public static MediaFile Find(string kind) => s_byKind.GetValueOrDefault(kind) ?? s_byKind["video"];
}
