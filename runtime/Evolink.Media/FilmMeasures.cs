using MetadataExtractor;
using MetadataExtractor.Formats.QuickTime;
using ExifDirectory = MetadataExtractor.Directory;

namespace Evolink.Runtime.Media;

/// <summary>The pixels of a film as it is shown, and its seconds.</summary>
internal static class FilmMeasures
{
    public static MediaMeasures Find(IReadOnlyList<ExifDirectory> directories)
    {
        (int? width, int? height) = Size(directories);
        return new MediaMeasures { Width = width, Height = height, Duration = Duration(directories) };
    }

    /// <summary>The first track that has pixels: sounds, texts and positions are tracks, too.</summary>
    private static (int? Width, int? Height) Size(IReadOnlyList<ExifDirectory> directories)
    {
        foreach (QuickTimeTrackHeaderDirectory track in directories.OfType<QuickTimeTrackHeaderDirectory>())
        {
            if (!track.TryGetInt32(QuickTimeTrackHeaderDirectory.TagWidth, out int width) || !track.TryGetInt32(QuickTimeTrackHeaderDirectory.TagHeight, out int height)) continue;
            if (width <= 0 || height <= 0) continue;

            // Telephones store a film as the sensor lies, and say by how many degrees it is turned when it is shown.
            bool isTurned = track.TryGetDouble(QuickTimeTrackHeaderDirectory.TagRotation, out double degrees) && (long)Math.Round(degrees / 90) % 2 != 0;
            return isTurned ? (height, width) : (width, height);
        }

        return (null, null);
    }

    /// <summary>Nothing for the films that are sent as they are made: those have 0 there, or all bits set.</summary>
    private static TimeSpan? Duration(IReadOnlyList<ExifDirectory> directories)
    {
        QuickTimeMovieHeaderDirectory? header = directories.OfType<QuickTimeMovieHeaderDirectory>().FirstOrDefault();
        if (header?.GetObject(QuickTimeMovieHeaderDirectory.TagDuration) is not TimeSpan duration || duration <= TimeSpan.Zero) return null;
        bool isUnknown = header.TryGetInt64(QuickTimeMovieHeaderDirectory.TagTimeScale, out long scale) && Math.Round(duration.TotalSeconds * scale) >= uint.MaxValue;
        return isUnknown ? null : duration;
    }
}
