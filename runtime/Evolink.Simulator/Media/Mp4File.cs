namespace Evolink.Simulation;

/// <summary>One second of video, 160 by 96, ten pictures; about 230 kB, so that a download can be cut and resumed.</summary>
internal static class Mp4File
{
    private const int Frames = 10;
    private const int FramesPerSecond = 10;
    private const short Width = TestPicture.Width;
    private const short Height = TestPicture.Height;

    public static byte[] Create()
    {
        byte[][] samples = [.. Enumerable.Range(0, Frames).Select(static frame => Sample(H264.Picture(frame)))];
        byte[] type = new Mp4Box("ftyp").Text("isom").Int32(512).Text("isomiso2avc1mp41").ToArray();

        // The index stands before the data, as for streaming; its length does not depend on the offset that it holds.
        int offset = type.Length + Movie(samples, 0).Length + 8;
        return [.. type, .. Movie(samples, offset), .. new Mp4Box("mdat").Bytes([.. samples.SelectMany(static sample => sample)]).ToArray()];
    }

    private static byte[] Sample(byte[] picture) => [(byte)(picture.Length >> 24), (byte)(picture.Length >> 16), (byte)(picture.Length >> 8), (byte)picture.Length, .. picture];

    private static byte[] Movie(byte[][] samples, int offset) => new Mp4Box("moov").Boxes(
        new Mp4Box("mvhd").Int32(0, 0, 0, FramesPerSecond, Frames, 0x10000).Int16(0x100, 0).Zeros(8).IdentityMatrix().Zeros(24).Int32(2),
        new Mp4Box("trak").Boxes(
            new Mp4Box("tkhd").Int32(3, 0, 0, 1, 0, Frames).Zeros(16).IdentityMatrix().Int32(Width << 16, Height << 16),
            new Mp4Box("mdia").Boxes(
                new Mp4Box("mdhd").Int32(0, 0, 0, FramesPerSecond, Frames).Int16(0x55C4, 0), // no language
                new Mp4Box("hdlr").Int32(0, 0).Text("vide").Zeros(12).Text("video\0"),
                new Mp4Box("minf").Boxes(
                    new Mp4Box("vmhd").Int32(1).Zeros(8),
                    new Mp4Box("dinf").Boxes(new Mp4Box("dref").Int32(0, 1).Boxes(new Mp4Box("url ").Int32(1))),
                    SampleTable(samples, offset))))).ToArray();

    private static Mp4Box SampleTable(byte[][] samples, int offset) => new Mp4Box("stbl").Boxes(
        new Mp4Box("stsd").Int32(0, 1).Boxes(VisualSampleEntry()),
        new Mp4Box("stts").Int32(0, 1, Frames, 1),
        new Mp4Box("stsc").Int32(0, 1, 1, Frames, 1),
        new Mp4Box("stsz").Int32(0, 0, Frames).Int32([.. samples.Select(static sample => sample.Length)]),
        new Mp4Box("stco").Int32(0, 1, offset));

    private static Mp4Box VisualSampleEntry() => new Mp4Box("avc1")
        .Zeros(6).Int16(1).Zeros(16).Int16(Width, Height).Int32(0x480000, 0x480000, 0).Int16(1).Zeros(32).Int16(24, -1)
        .Boxes(new Mp4Box("avcC")
            .Bytes(1, H264.SequenceParameters[1], H264.SequenceParameters[2], H264.SequenceParameters[3], 0xFF, 0xE1)
            .Int16((short)H264.SequenceParameters.Length).Bytes(H264.SequenceParameters)
            .Bytes(1).Int16((short)H264.PictureParameters.Length).Bytes(H264.PictureParameters));
}
