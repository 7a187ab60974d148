using System.Globalization;

namespace Evolink.Runtime.Uploads;

/// <summary>Holds a file against what it has to be.</summary>
internal static class MediaLimits
{
    private const long Megabyte = 1024 * 1024;
    private const string Unknown = "application/octet-stream";

    /// <summary>The problem of a file that is empty or larger than what can be uploaded; null where there is none.</summary>
    public static string? FindSizeProblem(long? bytes, long? maxBytes) => bytes switch
    {
        0 => "is empty",
        { } size when size > maxBytes => $"has {Size(size)}; at most {Size(maxBytes.Value)} can be uploaded",
        _ => null,
    };

    /// <summary>Everything that is wrong with a file for a parameter.</summary>
    public static IEnumerable<string> FindProblems(ModelMedia media, string contentType, long? bytes, MediaMeasures? measures)
    {
        if (media.Kind != "file" && contentType != Unknown && !contentType.StartsWith(media.Kind + "/", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"is {contentType}; expected {Article(media.Kind)}";
        }
        else if (media.Formats.Count > 0 && contentType != Unknown && !MediaFormats.IsAmong(media.Formats, contentType))
        {
            yield return $"is {contentType}; expected {string.Join(", ", media.Formats)}";
        }

        if (bytes > media.MaxBytes) yield return $"has {Size(bytes.Value)}; at most {Size(media.MaxBytes.Value)} are taken";
        if (measures is null) yield break;
        foreach (string problem in FindPixelProblems(media, measures)) yield return problem;
        if (measures.Duration is not { } duration) yield break;
        decimal seconds = (decimal)duration.TotalSeconds;
        if (FindRangeProblem(seconds, media.MinSeconds, media.MaxSeconds) is { } limit) yield return $"plays {Number(decimal.Round(seconds, 3))} seconds; {limit} seconds are taken";
    }

    private static IEnumerable<string> FindPixelProblems(ModelMedia media, MediaMeasures measures)
    {
        if (measures is not { Width: > 0 and { } width, Height: > 0 and { } height }) yield break;
        string found = string.Create(CultureInfo.InvariantCulture, $"is {width}x{height} pixels");
        if (FindRangeProblem(Math.Min(width, height), media.MinSide, null) is { } least) yield return $"{found}; {least} a side are taken";
        if (FindRangeProblem(Math.Max(width, height), null, media.MaxSide) is { } most) yield return $"{found}; {most} a side are taken";
        if (FindRangeProblem((long)width * height, media.MinPixels, media.MaxPixels) is { } pixels) yield return $"{found}; {pixels} in all are taken";
        if (FindRangeProblem((decimal)width / height, media.MinAspect, media.MaxAspect) is { } aspect) yield return $"{found}; {aspect} times as wide as high is taken";
    }

    private static string? FindRangeProblem(decimal value, decimal? least, decimal? most) =>
        value < least ? "at least " + Number(least.Value)
        : value > most ? "at most " + Number(most.Value)
        : null;

    private static string Size(long bytes) => bytes % Megabyte == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes");

    private static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Article(string kind) => kind switch
    {
        "image" => "an image",
        "audio" => "an audio file",
        _ => "a " + kind,
    };
}
