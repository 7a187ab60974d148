using Evolink.Codegen.Parsing;

namespace Evolink.Runtime.Catalogue;

/// <summary>What somebody probably meant.</summary>
internal static class Suggestion
{
    /// <summary>One slip in so many letters is likely; more make another word.</summary>
    private const int LettersForEachSlip = 3;

    /// <summary>A longer text is no name, and comparing it would take long.</summary>
    private const int Longest = 100;

    /// <summary>The known name that is nearest to a wanted one; null where none is near.</summary>
    public static string? Find(string wanted, IEnumerable<string> known)
    {
        if (wanted.Length is 0 or > Longest)
        {
            return null;
        }

        string plain = Plain(wanted);
        return known.Where(static name => name.Length is > 0 and <= Longest)
            .Select(name => (Name: name, Slips: EditDistance.Measure(plain, Plain(name))))
            .Where(candidate => candidate.Slips <= Math.Max(plain.Length, Plain(candidate.Name).Length) / LettersForEachSlip)
            .OrderBy(static candidate => candidate.Slips).ThenBy(static candidate => candidate.Name, StringComparer.Ordinal)
            .Select(static candidate => candidate.Name).FirstOrDefault();
    }

    /// <summary>The same as the end of a message; empty where nothing is near.</summary>
    public static string Text(string wanted, IEnumerable<string> known) => Find(wanted, known) is { } name ? $"; did you mean '{name}'?" : "";

    /// <summary>Case and separators are where writers differ without a slip.</summary>
    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
