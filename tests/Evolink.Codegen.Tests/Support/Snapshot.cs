using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Evolink.Codegen.Tests.Support;

/// <summary>Compares an emitted file with <c>Test.Name.verified.cs</c> beside the test. A release is no difference.</summary>
internal static partial class Snapshot
{
    public static void Verify(string text, string name, [CallerFilePath] string test = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(test)!, $"{Path.GetFileNameWithoutExtension(test)}.{name}");
        Assert.Null(new SnapshotFile(stem).Compare(Version().Replace(text, "\"Evolink.Codegen\", \"VERSION\"")));
    }

    [GeneratedRegex("\"Evolink.Codegen\", \"[^\"]*\"")]
    private static partial Regex Version();
}
