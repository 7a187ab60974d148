using System.Diagnostics;
using System.Text;

namespace Evolink.Package.Tests;

/// <summary>Runs the SDK, and what it built, as children that leave no server behind and hear nothing of the build that runs these tests.</summary>
internal static class Child
{
    // A build sets these for its own children; a property in the environment is a property of every project.
    private static readonly string[] s_inherited = ["MSBUILD", "EVOLINK_", "NUGET_PACKAGES", "CONFIGURATION", "PLATFORM", "VERSION", "DOTNET_CLI_"];

    private static readonly Dictionary<string, string> s_own = new()
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["UseSharedCompilation"] = "false",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
    };

    /// <summary>The SDK that runs these tests.</summary>
    public static string DotNet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <param name="program">What to run.</param>
    /// <param name="folder">Where the child runs.</param>
    /// <param name="environment">What it finds in its environment besides.</param>
    /// <param name="arguments">The command.</param>
    public static async Task<ChildOutput> RunAsync(string program, string folder, IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        using Process child = Start(program, folder, environment, arguments);
        try
        {
            StringBuilder text = new();
            await Task.WhenAll(CollectAsync(child.StandardOutput, text), CollectAsync(child.StandardError, text));
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new ChildOutput(string.Join(' ', [Path.GetFileName(program), .. arguments]), child.ExitCode, text.ToString());
        }
        catch (OperationCanceledException)
        {
            child.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Starts what goes on by itself; whoever starts it reads what it writes, and ends it.</summary>
    public static Process Start(string program, string folder, IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string? cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES");
        foreach (string name in start.Environment.Keys.Where(IsInherited).ToList()) start.Environment.Remove(name);
        if (cache is not null) start.Environment["NUGET_PACKAGES"] = cache;
        foreach ((string name, string value) in s_own.Concat(environment)) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static bool IsInherited(string variable) =>
        s_inherited.Any(start => variable.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static async Task CollectAsync(StreamReader reader, StringBuilder text)
    {
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lock (text) text.Append(line).Append('\n');
        }
    }
}
