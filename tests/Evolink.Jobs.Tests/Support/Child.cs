using System.Diagnostics;
using System.Reflection;

namespace Evolink.Jobs.Tests.Support;

/// <summary>A program of the repository as a process of its own, as it was built with these tests.</summary>
internal static class Child
{
    private static readonly string s_build = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static readonly string s_root = typeof(Child).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The assembly of a project, by the project's folder.</summary>
    public static string AssemblyOf(string project, string name) => Path.Combine(s_root, project, "bin", s_build, "net10.0", $"{name}.dll");

    /// <summary>Runs a program to its end, or for a time.</summary>
    /// <param name="folder">The current directory.</param>
    /// <param name="killAfter">When it is killed from outside; null for never.</param>
    /// <param name="arguments">The assembly, and its arguments.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, TimeSpan? killAfter, params string[] arguments)
    {
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using Process process = Process.Start(new ProcessStartInfo(dotnet, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        try
        {
            if (killAfter is { } delay)
            {
                using CancellationTokenSource timer = new(delay);
                await process.WaitForExitAsync(timer.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                process.Kill();
            }

            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }

        return (process.ExitCode, await output + await errors);
    }
}
