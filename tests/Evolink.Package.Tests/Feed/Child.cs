using System.Diagnostics;
using System.Text;

namespace Evolink.Package.Tests;

/// <summary>Runs the SDK, and what it built, as children that leave no server behind and hear nothing of the build that runs these tests.</summary>
internal static class Child
{
    // A build sets these for its own children; a property in the environment is a property of every project.
    private static readonly string[] Inherited = ["MSBUILD", "EVOLINK_", "NUGET_PACKAGES", "CONFIGURATION", "PLATFORM", "VERSION", "DOTNET_CLI_"];

    private static readonly Dictionary<string, string> Own = new()
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["UseSharedCompilation"] = "false",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
    };

    /// <param name="folder">Where the child runs.</param>
    /// <param name="packageCache">Its package cache; null for the machine's.</param>
    /// <param name="arguments">The command.</param>
    public static Task<ChildOutput> DotNetAsync(string folder, string? packageCache, params string[] arguments) =>
        RunAsync(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", folder, packageCache, arguments);

    public static async Task<ChildOutput> RunAsync(string program, string folder, string? packageCache, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string? cache = packageCache ?? Environment.GetEnvironmentVariable("NUGET_PACKAGES");
        foreach (string name in start.Environment.Keys.Where(IsInherited).ToList()) start.Environment.Remove(name);
        foreach ((string name, string value) in Own) start.Environment[name] = value;
        if (cache is not null) start.Environment["NUGET_PACKAGES"] = cache;

        using Process child = Process.Start(start)!;
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

    private static bool IsInherited(string variable) =>
        Inherited.Any(start => variable.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static async Task CollectAsync(StreamReader reader, StringBuilder text)
    {
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lock (text) text.Append(line).Append('\n');
        }
    }
}
