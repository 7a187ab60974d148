using Evolink.Docs.Tests;

namespace Evolink.Package.Tests;

/// <summary>Who has the SDK, an empty folder and a page, and does what each block says.</summary>
internal sealed class Reader : IAsyncDisposable
{
    // What is typed in a clone of the repository is no part of what begins in an empty folder.
    private const string InTheRepository = "repository";

    private readonly List<BackgroundChild> _background = [];
    private readonly Dictionary<string, string> _environment;
    private string _folder;
    private ChildOutput? _last;

    /// <param name="packages">What can be added to a project.</param>
    /// <param name="service">Plays the service for the reader's key.</param>
    /// <param name="servers">Variables that the page sets to where its author's servers are, and what they are for this reader.</param>
    public Reader(PackedPackages packages, EvolinkSimulator service, params ReadOnlySpan<(string Name, string Value)> servers)
    {
        _folder = Directory.CreateDirectory(Path.Combine(packages.Root, "readers", $"{Guid.NewGuid():N}")).FullName;
        _environment = new(packages.Environment)
        {
            ["EVOLINK_API_KEY"] = service.ApiKey,
            ["EVOLINK_BASE_URL"] = service.BaseAddress.ToString(),
        };
        foreach ((string name, string value) in servers) _environment[name] = value;
    }

    /// <summary>How many outputs were the page's.</summary>
    public int Compared { get; private set; }

    public async Task FollowAsync(CodeBlock block)
    {
        if (block is { Language: "sh", Word: not InTheRepository }) foreach (string line in LinesOf(block)) await TypeAsync(line, block);
        else if (block.IsFile) Save(block);
        else if (block.Word == "output") Compare(block);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (BackgroundChild child in _background) await child.DisposeAsync();
    }

    private async Task TypeAsync(string line, CodeBlock block)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words[0])
        {
            case "cd":
                _folder = Path.Combine(_folder, words[1]);
                break;
            case "export":
                Assert.True(_environment.ContainsKey(words[1].Split('=')[0]), $"{block}: this reader has nothing else to set it to: {line}");
                break;
            case "dotnet" when words[^1] == "&":
                _background.Add(new BackgroundChild(Child.Start(Child.DotNet, _folder, _environment, words[1..^1])));
                break;
            case "dotnet":
                _last = await Child.RunAsync(Child.DotNet, _folder, _environment, words[1..]);
                Assert.True(_last.ExitCode == 0, $"{block}: {line}\n{_last.Text}{string.Concat(_background)}");
                break;
            default:
                Assert.Fail($"{block}: no reader here can do this: {line}");
                break;
        }
    }

    private void Save(CodeBlock block)
    {
        string file = Path.Combine(_folder, block.Word);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, block.Text);
    }

    private void Compare(CodeBlock block)
    {
        Assert.All(LinesOf(block), line => Assert.True(_last!.Text.Contains(line, StringComparison.Ordinal), $"{block}: the page says {line}, but what came is\n{_last.Text}{string.Concat(_background)}"));
        Compared++;
    }

    private static string[] LinesOf(CodeBlock block) => block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
