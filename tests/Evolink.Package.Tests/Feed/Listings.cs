namespace Evolink.Package.Tests;

/// <summary>Lists that are kept beside the tests and compared with what was packed.</summary>
internal static class Listings
{
    /// <summary>Whether the lists are to be written anew instead of compared, as the generator's snapshots are.</summary>
    public static bool AreUpdated { get; } = Environment.GetEnvironmentVariable("EVOLINK_UPDATE_SNAPSHOTS") == "1";

    /// <summary>Compares text with a list below the tests' folder; the failure shows which lines differ, and from where on.</summary>
    public static void AssertSame(string list, string actual)
    {
        string path = Path.Combine(Repository.Tests, list);
        if (AreUpdated) File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"There is no {list}. EVOLINK_UPDATE_SNAPSHOTS=1 writes it.");
        string[] expected = File.ReadAllLines(path), found = actual.TrimEnd('\n').Split('\n');
        int same = expected.Zip(found).TakeWhile(static pair => pair.First == pair.Second).Count();
        IEnumerable<string> differences = expected.Except(found).Select(static line => $"- {line}").Concat(found.Except(expected).Select(static line => $"+ {line}"));
        Assert.True(File.ReadAllText(path) == actual,
            $"{list} says something else from line {same + 1} on; if what is packed is right, EVOLINK_UPDATE_SNAPSHOTS=1 writes it anew.\n{string.Join("\n", differences)}");
    }
}
