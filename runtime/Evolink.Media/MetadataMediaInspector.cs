using Evolink.Runtime.Media;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Gif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.QuickTime;
using MetadataExtractor.Util;

namespace Evolink;

/// <summary>Reads pixels of JPEG, PNG, GIF, BMP, WebP, MP4 and MOV, and seconds of MP4, MOV, M4A, WAV and MP3. It reads the headers of a file, not its content.</summary>
/// <remarks>Files may be anybody's: whatever is wrong with one, nothing is thrown, and no more memory is taken than its headers need.</remarks>
public sealed class MetadataMediaInspector : IMediaInspector
{
    /// <inheritdoc/>
    public ValueTask<MediaMeasures?> InspectAsync(Stream content, string contentType, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(contentType);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return ValueTask.FromResult(Measure(content, contentType));
        }
        catch (Exception)
        {
            // A damaged file, of which the readers throw exceptions of many kinds, and of no kind: the service decides.
            return ValueTask.FromResult<MediaMeasures?>(null);
        }
    }

    // The library's readers of PNG, WebP and BMP make room for as many bytes as a file says that it has, and unpack what a stranger has packed: up to 2 GB for a
    // file of 50 bytes. Those have readers of their own.
    private static MediaMeasures? Measure(Stream content, string contentType) => FileTypeDetector.DetectFileType(content) switch
    {
        FileType.Jpeg => PictureMeasures.Find(JpegMetadataReader.ReadMetadata(content, [new JpegReader(), new ExifReader()])),
        FileType.Gif => PictureMeasures.Find(GifMetadataReader.ReadMetadata(content)),
        FileType.Png => PngMeasures.Read(content),
        FileType.Bmp => BmpMeasures.Read(content),
        FileType.WebP => WebPMeasures.Read(content),
        FileType.QuickTime or FileType.Mp4 => FilmMeasures.Find(QuickTimeMetadataReader.ReadMetadata(content)),
        FileType.Wav => WavMeasures.Read(content),
        _ => contentType.StartsWith("audio/mpeg", StringComparison.OrdinalIgnoreCase) ? Mp3Measures.Read(content) : null,
    };
}
