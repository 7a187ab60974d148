namespace Evolink.Simulation;

/// <summary>Finds what somebody probably meant.</summary>
internal static class Closest
{
    /// <summary>The candidate that differs least from a text; null where none is near it.</summary>
    public static string? To(string text, IEnumerable<string> candidates)
    {
        // A third of the letters may be wrong: beyond that a suggestion is a guess.
        int most = Math.Max(1, text.Length / 3);
        return candidates
            .Select(candidate => (Candidate: candidate, Distance: Distance(text, candidate)))
            .Where(found => found.Distance <= most)
            .OrderBy(static found => found.Distance)
            .ThenBy(static found => found.Candidate, StringComparer.Ordinal)
            .FirstOrDefault().Candidate;
    }

    // Levenshtein's, without regard to case.
    private static int Distance(string one, string other)
    {
        // A body may hold a book in place of a name.
        if (Math.Abs(one.Length - other.Length) > other.Length) return int.MaxValue;
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int change = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + change));
            }
        }

        return row[^1];
    }
}
