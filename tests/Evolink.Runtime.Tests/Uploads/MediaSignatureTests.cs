using System.Text;
using Evolink.Runtime.Uploads;

namespace Evolink.Tests.Uploads;

/// <summary>What a file is, by its first bytes.</summary>
public sealed class MediaSignatureTests
{
    [Theory]
    [InlineData("\u0089PNG\r\n\u001a\n", "image/png")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0", "image/jpeg")]
    [InlineData("GIF89a", "image/gif")]
    [InlineData("II*\0", "image/tiff")]
    [InlineData("BM\u0001\u0002\0\0\0\0\0\0", "image/bmp")]
    [InlineData("RIFF....WEBPVP8 ", "image/webp")]
    [InlineData("RIFF....WAVEfmt ", "audio/wav")]
    [InlineData("RIFF....AVI LIST", "video/x-msvideo")]
    [InlineData("\0\0\0\u0018ftypisom", "video/mp4")]
    [InlineData("\0\0\0\u0018ftypqt  ", "video/quicktime")]
    [InlineData("\0\0\0\u0018ftypM4A ", "audio/mp4")]
    [InlineData("\0\0\0\u0018ftypheic", "image/heic")]
    [InlineData("\0\0\0\u0018ftypavif", "image/avif")]
    [InlineData("\u001a\u0045\u00df\u00a3\u0001\u0042\u0082\u0084webm", "video/webm")]
    [InlineData("\u001a\u0045\u00df\u00a3\u0001\u0042\u0082\u0088matroska", "video/x-matroska")]
    [InlineData("ID3\u0004", "audio/mpeg")]
    [InlineData("\u00ff\u00fb\u0090\u0064", "audio/mpeg")]
    [InlineData("\u00ff\u00f1\u0050\u0080", "audio/aac")]
    [InlineData("OggS", "audio/ogg")]
    [InlineData("fLaC", "audio/flac")]
    [InlineData("plain text", null)]
    [InlineData("BMW, a car", null)]
    [InlineData("", null)]
    public void AFile_IsKnown(string start, string? type) => Assert.Equal(type, MediaSignature.Find(Encoding.Latin1.GetBytes(start)));

    [Theory]
    [InlineData("image/jpeg", "jpg", true)]
    [InlineData("image/jpeg", "JPEG", true)]
    [InlineData("image/png", "jpg", false)]
    [InlineData("video/quicktime", "mov", true)]
    [InlineData("audio/mpeg", ".mp3", true)]
    [InlineData("audio/mpeg; charset=binary", "mp3", true)]
    [InlineData("image/webp", "image/webp", true)]
    public void AFormat_IsKnownByItsCustomaryNames(string type, string format, bool isAmong) => Assert.Equal(isAmong, MediaFormats.IsAmong(["bmp", format], type));
}
