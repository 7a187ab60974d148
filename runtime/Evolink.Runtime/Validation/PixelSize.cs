using System.Globalization;

namespace Evolink.Runtime.Validation;

/// <summary>A size as it is written, <c>1280x720</c>: two positive integers without leading zeros and an ASCII <c>x</c>.</summary>
internal readonly record struct PixelSize(string Text, long Width, long Height)
{
    /// <summary>No limit reaches so far, another digit fits 64 bits, and the product of two such sides 128. A longer side counts as this one.</summary>
    private const long LongestSide = 100_000_000_000_000_001;

    /// <summary>What is wrong with a text, as words after the member's name; null where nothing is, or where it is no size.</summary>
    public static string? Problem(string text, in PixelSizeLimits limits) => Parse(text) is { } size ? size.Problem(limits) : null;

    private static PixelSize? Parse(string text)
    {
        int at = text.IndexOf('x', StringComparison.Ordinal);
        return at > 0 && Side(text.AsSpan(0, at)) is long width && Side(text.AsSpan(at + 1)) is long height ? new(text, width, height) : null;
    }

    private static long? Side(ReadOnlySpan<char> text)
    {
        long side = 0;
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c) || (side == 0 && c == '0'))
            {
                return null;
            }

            side = Math.Min((side * 10) + (c - '0'), LongestSide);
        }

        return side == 0 ? null : side;
    }

    private string? Problem(in PixelSizeLimits limits)
    {
        Int128 pixels = (Int128)Width * Height;
        // Between two ratios of numbers of so many digits there is more than a decimal loses.
        decimal aspect = (decimal)Width / Height;
        return limits.MultipleOf is int step && !IsMultiple(step) ? $"must have sides that are multiples of {step}, not {Shown}"
            : Math.Min(Width, Height) < limits.MinSide ? $"must have sides of at least {limits.MinSide} pixels, not {Shown}"
            : Math.Max(Width, Height) > limits.MaxSide ? $"must have sides of at most {limits.MaxSide} pixels, not {Shown}"
            : limits.MinPixels is long least && pixels < least ? $"must have at least {least} pixels, not {Shown}"
            : limits.MaxPixels is long most && pixels > most ? $"must have at most {most} pixels, not {Shown}"
            : aspect < limits.MinAspect ? string.Create(CultureInfo.InvariantCulture, $"must be at least {limits.MinAspect} wide for 1 high, not {Shown}")
            : aspect > limits.MaxAspect ? string.Create(CultureInfo.InvariantCulture, $"must be at most {limits.MaxAspect} wide for 1 high, not {Shown}")
            : null;
    }

    private string Shown => SchemaValidationContext.Shown(Text);

    private bool IsMultiple(int step)
    {
        // Digit by digit, since a side may have more of them than a number.
        long rest = 0;
        foreach (char c in Text)
        {
            if (c == 'x' && rest != 0)
            {
                return false;
            }

            rest = c == 'x' ? 0 : ((rest * 10) + (c - '0')) % step;
        }

        return rest == 0;
    }
}
