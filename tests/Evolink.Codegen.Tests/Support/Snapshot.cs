using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Evolink.Codegen.Tests.Support;

/// <summary>
/// Compares an emitted file with <c>Test.Name.verified.cs</c> beside the test, as Verify does. What differs is left as
/// <c>.received.cs</c>; the environment variable <c>EVOLINK_UPDATE_SNAPSHOTS=1</c> takes it over.
/// </summary>
internal static partial class Snapshot
{
    public static void Verify(string text, string name, [CallerFilePath] string test = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(test)!, $"{Path.GetFileNameWithoutExtension(test)}.{name}");
        string verified = stem + ".verified.cs", received = stem + ".received.cs";
        string scrubbed = Version().Replace(text, "\"Evolink.Codegen\", \"VERSION\"");
        if (Environment.GetEnvironmentVariable("EVOLINK_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verified, scrubbed);
        }

        string expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (expected == scrubbed)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, scrubbed);
        Assert.Fail($"{Path.GetFileName(received)} differs from {Path.GetFileName(verified)}, first in line {FirstDifference(expected, scrubbed)}.");
    }

    private static int FirstDifference(string expected, string received)
    {
        string[] left = expected.Split('\n'), right = received.Split('\n');
        return Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(line => left.ElementAtOrDefault(line) != right.ElementAtOrDefault(line)) + 1;
    }

    [GeneratedRegex("\"Evolink.Codegen\", \"[^\"]*\"")]
    private static partial Regex Version();
}
