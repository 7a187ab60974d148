using System.Text.RegularExpressions;
using Evolink.Tests.Support;

namespace Evolink.Tests;

/// <summary>The specs are the client: nothing is written by hand for a model.</summary>
public sealed class RepositoryTests
{
    [Fact]
    public void TheSpecsFolder_HoldsNoCode() =>
        Assert.DoesNotContain(Repository.FilesOf("specs"), file => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("generator")]
    [InlineData("runtime")]
    public void NoSourceFile_NamesAModel(string folder)
    {
        Regex names = new(string.Join('|', ModelNames()));
        string[] files = [.. Repository.FilesOf(folder)];

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotMatch(names, File.ReadAllText(file)));
    }

    /// <summary>The models, and their families (the letters before the first digit or sign) as a word or as the beginning of a C# name.</summary>
    private static IEnumerable<string> ModelNames() =>
        from model in SpecFiles.Operations.SelectMany(operation => operation.Models)
        let family = Regex.Match(model, "^[A-Za-z]+").Value
        from name in new[] { Regex.Escape(model), $"(?<![A-Za-z]){family}(?![a-z])", $"{char.ToUpperInvariant(family[0])}{family[1..]}(?![a-z])" }
        select name;
}
