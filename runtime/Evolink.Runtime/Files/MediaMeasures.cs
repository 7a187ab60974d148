namespace Evolink;

/// <summary>The measures of a file; what is null is not known, and not checked.</summary>
public sealed record MediaMeasures
{
    /// <summary>The width in pixels, as it is shown.</summary>
    public int? Width { get; init; }

    /// <summary>The height in pixels, as it is shown.</summary>
    public int? Height { get; init; }

    /// <summary>How long it plays.</summary>
    public TimeSpan? Duration { get; init; }
}
