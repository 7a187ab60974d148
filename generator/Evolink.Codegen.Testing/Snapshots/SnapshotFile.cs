using System.Text;

namespace Evolink.Codegen.Testing;

/// <summary>One text that is kept beside the tests, named as Verify names it: <c>.verified.</c> for what is right, <c>.received.</c> for what came instead.</summary>
/// <param name="stem">The path without <c>.verified.cs</c>.</param>
internal sealed class SnapshotFile(string stem)
{
    // Written as everything here is: without a byte order mark. Verify writes one, and it is read too.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _verified = stem + ".verified.cs";
    private readonly string _received = stem + ".received.cs";

    /// <summary>Whether what comes is accepted instead of compared.</summary>
    public static bool AreAccepted { get; } = Environment.GetEnvironmentVariable("EVOLINK_UPDATE_SNAPSHOTS") == "1";

    /// <summary>What differs; null where the text is as it was verified.</summary>
    public string? Compare(string text)
    {
        text = text.ReplaceLineEndings("\n");
        if (AreAccepted) File.WriteAllText(_verified, text, s_utf8);

        // A check-out may have given the file the line ends of its system.
        string? expected = File.Exists(_verified) ? File.ReadAllText(_verified).ReplaceLineEndings("\n") : null;
        if (expected == text)
        {
            File.Delete(_received);
            return null;
        }

        File.WriteAllText(_received, text, s_utf8);
        return expected is null ? $"There is no {Path.GetFileName(_verified)}." : DescribeFirstDifference(expected.Split('\n'), text.Split('\n'));
    }

    private string DescribeFirstDifference(string[] expected, string[] received)
    {
        int same = expected.Zip(received).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"""
            {Path.GetFileName(_received)} differs from {Path.GetFileName(_verified)} in line {same + 1}:
                - {expected.ElementAtOrDefault(same) ?? "(the end)"}
                + {received.ElementAtOrDefault(same) ?? "(the end)"}
            """;
    }
}
