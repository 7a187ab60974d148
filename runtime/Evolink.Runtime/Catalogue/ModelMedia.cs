using System.Text.Json;
using Evolink.Runtime.Catalogue;

namespace Evolink;

/// <summary>What the file behind a URL has to be, as <c>x-evolink-media</c> says; what is null is not limited.</summary>
public sealed class ModelMedia
{
    /// <summary><c>image</c>, <c>video</c>, <c>audio</c> or <c>file</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The formats that are taken, such as <c>jpg</c>; empty where any is.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The largest size in bytes.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>The shortest width and height in pixels.</summary>
    public long? MinSide { get; init; }

    /// <summary>The longest width and height in pixels.</summary>
    public long? MaxSide { get; init; }

    /// <summary>The smallest width times height in pixels.</summary>
    public long? MinPixels { get; init; }

    /// <summary>The largest width times height in pixels.</summary>
    public long? MaxPixels { get; init; }

    /// <summary>The smallest width divided by height.</summary>
    public decimal? MinAspect { get; init; }

    /// <summary>The largest width divided by height.</summary>
    public decimal? MaxAspect { get; init; }

    /// <summary>The shortest duration in seconds.</summary>
    public decimal? MinSeconds { get; init; }

    /// <summary>The longest duration in seconds.</summary>
    public decimal? MaxSeconds { get; init; }

    internal static ModelMedia? Read(JsonElement? media) => media is { ValueKind: JsonValueKind.Object } found
        ? new ModelMedia
        {
            Kind = JsonFacts.Text(found, "kind") ?? "file",
            Formats = JsonFacts.Texts(found, "formats"),
            MaxBytes = JsonFacts.Whole(found, "maxBytes"),
            MinSide = JsonFacts.Whole(found, "minSide"),
            MaxSide = JsonFacts.Whole(found, "maxSide"),
            MinPixels = JsonFacts.Whole(found, "minPixels"),
            MaxPixels = JsonFacts.Whole(found, "maxPixels"),
            MinAspect = JsonFacts.Number(found, "minAspect"),
            MaxAspect = JsonFacts.Number(found, "maxAspect"),
            MinSeconds = JsonFacts.Number(found, "minSeconds"),
            MaxSeconds = JsonFacts.Number(found, "maxSeconds"),
        }
        : null;
}
