namespace Evolink.Tests.Sample;

/// <summary>A request that breaks no rule, with every member that may stand beside the others.</summary>
internal static class Samples
{
    public static SampleRequest Valid() => new()
    {
        ImageUrls = [new("https://example.com/a.png"), new("https://example.com/b.png")],
        VideoUrls = [new("https://example.com/a.mp4")],
        Prompt = "A girl dances 💃",
        Name = "dance-1",
        Quality = "720p",
        Duration = 10,
        Seed = 4294967295,
        Strength = 0.3,
        KeepSound = false,
        Counts = [2, 4, 6],
        ModelParams = new() { Orientation = "1080p", ElementList = [new() { ElementId = "123456789" }, new() { ElementId = "9007199254740993" }] },
        VoiceBindings = new Dictionary<string, Uri> { ["image1"] = new("https://example.com/a.mp3"), ["video12"] = new("https://example.com/b.mp3") },
        CallbackUrl = new("https://example.com/hooks?id=1"),
    };
}
