namespace Evolink.Docs.Tests;

/// <summary>What a page shows of C# compiles when it is copied.</summary>
public sealed class CSharpBlockTests
{
    private const string HiddenSpec = "// spec ";

    public static TheoryData<string> Places => [.. AllPages.Blocks("csharp").Where(static block => block.Word != "emitted").Select(static block => block.ToString())];

    [Theory]
    [MemberData(nameof(Places))]
    public void ABlock_Compiles(string place)
    {
        CodeBlock block = AllPages.Block(place);
        Page page = AllPages.All.Single(one => one.Path == block.Page);
        Assert.Empty(PageProject.Errors(Program(page, block), SpecsOf(page, block), PageSetup.Find(page, block.Line)));
    }

    [Fact]
    public void ABrokenBlock_IsNamedByPageAndLine()
    {
        CodeBlock broken = new("docs/page.md", 41, "csharp", "", "int one = 1;\nint two = one.Two;\n", "");
        Assert.StartsWith("docs/page.md:42: CS1061: ", Assert.Single(PageProject.Errors(TextOf(broken), [], new PageSetup(false, null))), StringComparison.Ordinal);
    }

    /// <summary>A block that continues others stands behind them, as in the program of a reader who follows the page.</summary>
    private static string Program(Page page, CodeBlock block)
    {
        IEnumerable<CodeBlock> before = page.Blocks.Where(one => one.Language == "csharp" && one.Line <= block.Line).Reverse();
        int count = before.TakeWhile(static one => one.Word == "continued").Count() + 1;
        return string.Concat(before.Take(count).Reverse().Select(TextOf));
    }

    private static string TextOf(CodeBlock block) => $"#line hidden\n{block.Given}\n#line {block.Line} \"{block.Page}\"\n{block.Text}";

    /// <summary>The specifications that the reader has by then: the files that the page showed, and what a hidden <c>// spec path</c> names.</summary>
    private static List<(string Path, string Text)> SpecsOf(Page page, CodeBlock block) =>
    [
        .. page.Blocks.Where(one => one.Language == "yaml" && one.IsFile && one.Line < block.Line).Select(static one => (one.Word, one.Text)),
        .. block.Given.Split('\n').Where(static line => line.StartsWith(HiddenSpec, StringComparison.Ordinal)).Select(static line => line[HiddenSpec.Length..].Trim())
            .Select(static path => (path, File.ReadAllText(Path.Combine(AllPages.Root, path)))),
    ];
}
