using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Gif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.IO;
using ExifDirectory = MetadataExtractor.Directory;

namespace Evolink.Runtime.Media;

/// <summary>The pixels of a picture as it is shown.</summary>
internal static class PictureMeasures
{
    // The first four orientations are upright; these are stored on their side. There are no others.
    private const int FirstTurnedOrientation = 5;
    private const int LastOrientation = 8;

    /// <summary>The most that is read to learn how a picture lies; a JPEG cannot have more.</summary>
    private const int MaxExifLength = 1 << 16;

    public static MediaMeasures? Find(IReadOnlyList<ExifDirectory> directories)
    {
        foreach (ExifDirectory directory in directories)
        {
            (int Width, int Height)? tags = directory switch
            {
                JpegDirectory => (JpegDirectory.TagImageWidth, JpegDirectory.TagImageHeight),
                GifHeaderDirectory => (GifHeaderDirectory.TagImageWidth, GifHeaderDirectory.TagImageHeight),
                _ => null,
            };
            if (tags is { } found && Number(directory, found.Width) is { } width && Number(directory, found.Height) is { } height) return Create(width, height, IsTurned(directories));
        }

        return null;
    }

    /// <summary>The measures of a picture as it is stored, turned as its photographer held the camera.</summary>
    /// <returns>Null where there is a side without a pixel.</returns>
    public static MediaMeasures? Create(int width, int height, bool isTurned) =>
        width <= 0 || height <= 0 ? null
        : isTurned ? new MediaMeasures { Width = height, Height = width }
        : new MediaMeasures { Width = width, Height = height };

    /// <summary>Whether EXIF that a stream stands at says that the picture is stored on its side.</summary>
    public static bool IsTurned(Stream content, uint length)
    {
        if (length > MaxExifLength) return false;
        byte[] exif = new byte[length];
        content.ReadExactly(exif);
        // Some programs write it as it stands in a JPEG.
        int start = exif.AsSpan().StartsWith("Exif\0\0"u8) ? 6 : 0;
        return IsTurned([.. new ExifReader().Extract(new ByteArrayReader(exif, start))]);
    }

    private static bool IsTurned(IReadOnlyList<ExifDirectory> directories) =>
        directories.OfType<ExifIfd0Directory>().Any(static exif => Number(exif, ExifDirectoryBase.TagOrientation) is >= FirstTurnedOrientation and <= LastOrientation);

    private static int? Number(ExifDirectory directory, int tag) => directory.TryGetInt32(tag, out int value) ? value : null;
}
