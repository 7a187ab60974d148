using Evolink.Codegen.Benchmarks.Rivals;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>One request, ours and by hand.</summary>
internal static class Requests
{
    public static KlingV3MotionControlRequest Own() => new()
    {
        Prompt = "A robot practises martial arts on a rooftop",
        ImageUrls = [new Uri("https://example.com/robot.png")],
        VideoUrls = [new Uri("https://example.com/martial-arts.mov")],
        Quality = "1080p",
        ModelParams = new() { CharacterOrientation = "video", KeepSound = false },
    };

    public static WireRequest Wire() => new()
    {
        Prompt = "A robot practises martial arts on a rooftop",
        ImageUrls = ["https://example.com/robot.png"],
        VideoUrls = ["https://example.com/martial-arts.mov"],
        Quality = "1080p",
        ModelParams = new WireModelParams { CharacterOrientation = "video", KeepSound = false },
    };
}
