namespace Evolink.Runtime.Validation;

/// <summary>The limits of a size in pixels, each null for none.</summary>
/// <param name="MultipleOf">What width and height are multiples of.</param>
/// <param name="MinSide">The least width and height.</param>
/// <param name="MaxSide">The largest width and height.</param>
/// <param name="MinPixels">The least width × height.</param>
/// <param name="MaxPixels">The largest width × height.</param>
/// <param name="MinAspect">The least width for a height of 1.</param>
/// <param name="MaxAspect">The largest width for a height of 1.</param>
internal readonly record struct PixelSizeLimits(int? MultipleOf, int? MinSide, int? MaxSide, long? MinPixels, long? MaxPixels, decimal? MinAspect, decimal? MaxAspect);
