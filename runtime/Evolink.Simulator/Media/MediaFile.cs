using System.Collections.Frozen;
using System.Text;

namespace Evolink.Simulation;

/// <summary>A small real file of the kind that a task makes: players open it, and checks of its first bytes pass.</summary>
internal sealed record MediaFile(string Extension, string ContentType, byte[] Content)
{
    private static readonly FrozenDictionary<string, MediaFile> ByKind = new Dictionary<string, MediaFile>(StringComparer.Ordinal)
    {
        ["video"] = new(".mp4", "video/mp4", Mp4File.Create()),
        ["image"] = new(".png", "image/png", PngFile.Create()),
        ["audio"] = new(".wav", "audio/wav", WavFile.Create()),
        ["text"] = new(".txt", "text/plain; charset=utf-8", Encoding.UTF8.GetBytes("A text, as a model would have written it.\n")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The file of a kind of task; what is no other kind is a video.</summary>
    public static MediaFile Find(string kind) => ByKind.GetValueOrDefault(kind) ?? ByKind["video"];
}
