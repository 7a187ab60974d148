using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;
using System.Text.RegularExpressions;
using Evolink.Simulation;
using Evolink.Tool.Cli;
using Evolink.Tool.Commands;
using Evolink.Tool.Output;
using Evolink.Tool.Tests.Support;

namespace Evolink.Tool.Tests.Pages;

/// <summary>What the pages show can be typed, and what they list is what there is.</summary>
public sealed partial class PageTests
{
    private static readonly string s_root = typeof(PageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static one => one.Key == "RepositoryRoot").Value!;

    public static TheoryData<string> Lines => [.. new[] { "docs/tool.md", "docs/studio.md", "docs/mcp.md", "README.md", "tools/Evolink.Tool/README.md" }
        .SelectMany(static page => Typed().Matches(Read(page))).Select(static match => match.Groups[1].Value.Trim()).Distinct()];

    /// <summary>What messages and help texts quote, with a word in the place of what they fill in.</summary>
    public static TheoryData<string> Quotes => [.. Directory.EnumerateFiles(Path.Combine(s_root, "tools/Evolink.Tool"), "*.cs", SearchOption.AllDirectories)
        .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(static file => Quoted().Matches(File.ReadAllText(file))).Select(static match => Filled().Replace(match.Groups[1].Value, "X")).Distinct()];

    [Theory]
    [MemberData(nameof(Lines))]
    [MemberData(nameof(Quotes))]
    public void ACommandThatIsShown_IsUnderstood(string line)
    {
        using TestHome home = new();
        string[] arguments = [.. CommandLineParser.SplitCommandLine(line)];
        ToolEnvironment environment = home.CreateEnvironment(new Screen(TextWriter.Null, TextWriter.Null, TextReader.Null));
        ParseResult parsed = ToolCommands.Create(arguments, environment).Parse(arguments);
        Assert.Empty(parsed.Errors.Select(static error => error.Message));
    }

    [Fact]
    public void EveryExitCode_IsListed()
    {
        IEnumerable<int> codes = typeof(ExitCodes).GetFields().Select(static field => (int)field.GetRawConstantValue()!);
        Assert.Equal(codes.Order(), Code().Matches(Read("docs/tool.md")).Select(static match => int.Parse(match.Groups[1].Value, null)).Order());
    }

    [Fact]
    public void EveryFailureOfTheSimulator_IsListed()
    {
        string page = Read("docs/tool.md");
        Assert.All(FailureRule.Words, word => Assert.Contains($"`{word}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryTool_IsListed()
    {
        using TestHome home = new();
        await using McpRun run = await McpRun.StdioAsync(home);
        string page = Read("docs/mcp.md");
        Assert.All(await run.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken), tool => Assert.Contains($"`{tool.Name}`", page, StringComparison.Ordinal));
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(s_root, page)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^(?:evolink|dotnet run --project tools/Evolink\.Tool --) ([^\n`|]+?)(?: \|[^\n]*)?$", RegexOptions.Multiline)]
    private static partial Regex Typed();

    [GeneratedRegex(@"`evolink ([^`\n]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Filled();

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Code();
}
