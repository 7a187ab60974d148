using System.Diagnostics;

namespace Evolink.Package.Tests;

/// <summary>Programs of the repository, published as they are into native code.</summary>
public sealed class NativeTests(PackedPackages packages)
{
    // An agent that says who it is, asks for the tools and uses one.
    private const string Conversation =
        """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
        {"jsonrpc":"2.0","method":"notifications/initialized"}
        {"jsonrpc":"2.0","id":2,"method":"tools/list"}
        {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"search_models","arguments":{"words":"motion","takes":["image"]}}}

        """;

    private const int Questions = 3;

    // Native AOT needs more than the SDK: a compiler, which is a package, and the platform's linker.
    private static readonly string[] s_missing = ["Microsoft.DotNet.ILCompiler", "Platform linker"];

    [Fact]
    public async Task TheQuickstart_PublishedAsNativeCode_HasNoWarning_AndMakesEveryModelsExample()
    {
        string program = await PublishAsync("samples/Quickstart", "Quickstart");

        ChildOutput run = await Child.RunAsync(Path.Combine(program, "Quickstart"), program, []);
        QuickstartRun.MadeEveryExample(run, Path.Combine(program, "out"));
    }

    [Fact]
    public async Task TheTool_PublishedAsNativeCode_HasNoWarning_AndFindsGeneratesUploadsAndServesAgents()
    {
        string program = await PublishAsync("tools/Evolink.Tool", "Evolink.Tool");
        Dictionary<string, string> environment = new() { ["EVOLINK_HOME"] = Path.Combine(program, "home") };
        string cat = Path.Combine(Repository.Root, "samples", "Quickstart", "cat.png");

        (await RunAsync("models", "motion", "--json")).Succeeded().Says("kling-v3-motion-control");
        (await RunAsync("generate", "kling-v3-motion-control", "--simulate", "--example", "--download", "out")).Succeeded().Says("is done");
        Assert.True(new FileInfo(Assert.Single(Directory.EnumerateFiles(Path.Combine(program, "out"), "*.mp4"))).Length > 0);
        (await RunAsync("upload", cat, "--simulate", "--json")).Succeeded().Says("cat.png");
        string answers = await ConverseAsync(Path.Combine(program, "Evolink.Tool"), environment);
        Assert.Contains("validate_request", answers, StringComparison.Ordinal);
        Assert.Contains("kling-v3-motion-control", answers, StringComparison.Ordinal);

        Task<ChildOutput> RunAsync(params string[] arguments) => Child.RunAsync(Path.Combine(program, "Evolink.Tool"), program, environment, arguments);
    }

    /// <summary>What an agent is answered; the server ends with its input.</summary>
    private static async Task<string> ConverseAsync(string program, Dictionary<string, string> environment)
    {
        ProcessStartInfo start = new(program, ["mcp", "--simulate"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        using Process server = Process.Start(start)!;
        try
        {
            await server.StandardInput.WriteAsync(Conversation);
            await server.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            List<string> answers = [];
            while (answers.Count < Questions && await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.Contains("\"id\":", StringComparison.Ordinal)) answers.Add(line);
            }

            server.StandardInput.Close();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, server.ExitCode);
            return string.Join('\n', answers);
        }
        finally
        {
            if (!server.HasExited) server.Kill();
        }
    }

    /// <returns>The folder of the program.</returns>
    private async Task<string> PublishAsync(string project, string name)
    {
        string program = Path.Combine(packages.Root, "native", name);
        ChildOutput publish = await packages.BuildAsync("publish", Path.Combine(Repository.Root, project), "-p:PublishAot=true", "-o", program);
        Assert.SkipWhen(publish.Problems.FirstOrDefault(static problem => s_missing.Any(problem.Contains)) is not null,
            $"There is no native AOT on this machine: {string.Join(" ", publish.Problems)}");
        publish.SucceededWithoutAWarning();
        Assert.False(File.Exists(Path.Combine(program, $"{name}.dll")), "What was published is no native program.");
        return program;
    }
}
