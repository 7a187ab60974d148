namespace Evolink.Simulation;

/// <summary>Reads the file of <c>--script</c>: what happens to the requests to come, one line each, in their order.</summary>
internal static class FailureScript
{
    /// <exception cref="FormatException">The file cannot be read, or a line is not understood; the message names both.</exception>
    public static IReadOnlyList<FailureRule> Read(string path)
    {
        try
        {
            return Parse(path, File.ReadAllLines(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FormatException($"--script cannot read '{path}': {unreadable.Message}", unreadable);
        }
    }

    public static IReadOnlyList<FailureRule> Parse(string name, IReadOnlyList<string> lines)
    {
        List<FailureRule> rules = [];
        for (int number = 1; number <= lines.Count; number++)
        {
            string line = lines[number - 1].Split('#', 2)[0].Trim();
            if (line.Length == 0) continue;
            try
            {
                rules.Add(FailureRule.Parse(line));
            }
            catch (FormatException problem)
            {
                throw new FormatException($"{name}({number}): {problem.Message}", problem);
            }
        }

        return rules;
    }
}
