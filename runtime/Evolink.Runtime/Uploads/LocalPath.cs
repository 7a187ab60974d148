using Evolink.Runtime.Validation.Formats;

namespace Evolink.Runtime.Uploads;

/// <summary>Texts that name a file of this machine where a URL is due.</summary>
internal static class LocalPath
{
    /// <summary>The path; null for a text that names no file of this machine: a URL, data, a file of another host.</summary>
    public static string? Find(string text)
    {
        if (text.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return Uri.TryCreate(text, UriKind.Absolute, out Uri? file) && file is { IsFile: true, IsUnc: false } ? file.LocalPath : null;
        }

        // The scheme of one letter is a drive.
        bool isUrl = text.IndexOf(':', StringComparison.Ordinal) > 1 && UriSyntax.IsUri(text, allowUnicode: true);
        bool isOfAnotherHost = text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith(@"\\", StringComparison.Ordinal);
        return isUrl || isOfAnotherHost || string.IsNullOrWhiteSpace(text) || text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }
}
