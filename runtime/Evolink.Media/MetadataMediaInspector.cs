using MetadataExtractor;
using MetadataExtractor.Formats.Bmp;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Gif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Png;
using MetadataExtractor.Formats.QuickTime;
using MetadataExtractor.Formats.WebP;
using ExifDirectory = MetadataExtractor.Directory;

namespace Evolink;

/// <summary>Reads pixels of JPEG, PNG, GIF, BMP, WebP, MP4 and MOV, and seconds of MP4 and MOV. It reads the headers of a file, not its content.</summary>
public sealed class MetadataMediaInspector : IMediaInspector
{
    // The first four orientations are upright; the others are stored on their side.
    private const int FirstTurnedOrientation = 5;

    /// <inheritdoc/>
    public ValueTask<MediaMeasures?> InspectAsync(Stream content, string contentType, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return ValueTask.FromResult<MediaMeasures?>(Measure([.. ImageMetadataReader.ReadMetadata(content)]));
        }
        catch (Exception unknown) when (unknown is ImageProcessingException or MetadataException or IOException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            // A kind of file that it does not know, or one that is damaged: the service decides.
            return ValueTask.FromResult<MediaMeasures?>(null);
        }
    }

    private static MediaMeasures Measure(IReadOnlyList<ExifDirectory> directories)
    {
        (int? width, int? height) = Size(directories);
        bool isTurned = directories.OfType<ExifIfd0Directory>().Any(static exif => Number(exif, ExifDirectoryBase.TagOrientation) >= FirstTurnedOrientation);
        return new MediaMeasures { Width = isTurned ? height : width, Height = isTurned ? width : height, Duration = Duration(directories) };
    }

    private static (int? Width, int? Height) Size(IReadOnlyList<ExifDirectory> directories)
    {
        foreach (ExifDirectory directory in directories)
        {
            (int Width, int Height)? tags = directory switch
            {
                JpegDirectory => (JpegDirectory.TagImageWidth, JpegDirectory.TagImageHeight),
                PngDirectory => (PngDirectory.TagImageWidth, PngDirectory.TagImageHeight),
                GifHeaderDirectory => (GifHeaderDirectory.TagImageWidth, GifHeaderDirectory.TagImageHeight),
                BmpHeaderDirectory => (BmpHeaderDirectory.TagImageWidth, BmpHeaderDirectory.TagImageHeight),
                WebPDirectory => (WebPDirectory.TagImageWidth, WebPDirectory.TagImageHeight),
                QuickTimeTrackHeaderDirectory => (QuickTimeTrackHeaderDirectory.TagWidth, QuickTimeTrackHeaderDirectory.TagHeight),
                _ => null,
            };

            // The track of a sound has no pixels; a bitmap that is stored from its top has a height below 0.
            if (tags is { } found && Number(directory, found.Width) is > 0 and { } width && Number(directory, found.Height) is { } height && height != 0) return (width, Math.Abs(height));
        }

        return (null, null);
    }

    private static TimeSpan? Duration(IReadOnlyList<ExifDirectory> directories) =>
        directories.OfType<QuickTimeMovieHeaderDirectory>().Select(static header => header.GetObject(QuickTimeMovieHeaderDirectory.TagDuration)).OfType<TimeSpan>().Cast<TimeSpan?>().FirstOrDefault(static time => time > TimeSpan.Zero);

    private static int? Number(ExifDirectory directory, int tag) => directory.TryGetInt32(tag, out int value) ? value : null;
}
