using System.Text.RegularExpressions;
using Evolink.Tests.Support;

namespace Evolink.Tests;

/// <summary>The specs are the client: nothing is written by hand for a model.</summary>
public sealed class RepositoryTests
{
    // A family may be called by a word that says nothing of a model.
    private static readonly string[] s_ordinaryWords = ["", "image", "video", "audio", "music", "speech", "text"];

    [Fact]
    public void TheSpecsFolder_HoldsNoCode() =>
        Assert.DoesNotContain(Repository.FilesOf("specs"), file => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("generator")]
    [InlineData("runtime")]
    public void NoSourceFile_NamesAModel(string folder) => AssertNamesNoModel(Repository.FilesOf(folder));

    // Their README shows a command that can be copied.
    [Fact]
    public void NoCodeOfATool_NamesAModel() => AssertNamesNoModel(Repository.FilesOf("tools").Where(file => file.EndsWith(".cs", StringComparison.Ordinal)));

    private static void AssertNamesNoModel(IEnumerable<string> paths)
    {
        Regex names = new(string.Join('|', ModelNames()));
        string[] files = [.. paths];

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotMatch(names, File.ReadAllText(file)));
    }

    /// <summary>The models, and their families (the letters before the first digit or sign) before a number or at the beginning of a C# name.</summary>
    private static IEnumerable<string> ModelNames() =>
        from model in SpecFiles.Operations.SelectMany(operation => operation.Models)
        let family = Regex.Match(model, "^[A-Za-z]{3,}").Value
        from name in s_ordinaryWords.Contains(family)
            ? new[] { Regex.Escape(model) }
            : [Regex.Escape(model), $"(?<![A-Za-z]){family}(?=-?[0-9])", $"{char.ToUpperInvariant(family[0])}{family[1..]}(?=[A-Z0-9])"]
        select name;
}
