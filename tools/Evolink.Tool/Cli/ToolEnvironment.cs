using Evolink.Tool.Output;

namespace Evolink.Tool.Cli;

/// <summary>All that the command takes from the machine it runs on, so that a test can stand in for it.</summary>
internal sealed record ToolEnvironment
{
    /// <summary>Names one folder for all that the command keeps: the key, the jobs and the last price list.</summary>
    public const string HomeVariable = "EVOLINK_HOME";

    /// <summary>The terminal, or what stands in for it.</summary>
    public required Screen Screen { get; init; }

    /// <summary>The environment's variables.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Where the key is kept.</summary>
    public required string ConfigFolder { get; init; }

    /// <summary>Where the jobs and the last price list are kept.</summary>
    public required string DataFolder { get; init; }

    /// <summary>By which the age of the price list is told.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long anybody waits for the price list of the service.</summary>
    public TimeSpan PricePatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How the simulator of <c>--simulate</c> behaves.</summary>
    public SimulatorOptions Simulator { get; init; } = new();

    /// <summary>The shortest time between two polls of a simulated task.</summary>
    public TimeSpan SimulatedInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Where stdio carries something else than text: the MCP server's.</summary>
    public Func<(Stream Input, Stream Output)> OpenStandardStreams { get; init; } = static () => (Console.OpenStandardInput(), Console.OpenStandardOutput());

    /// <summary>Shows a page to whoever sits at the machine; false where nothing can.</summary>
    public Func<Uri, bool> OpenBrowser { get; init; } = Browser.Open;

    /// <summary>This process on this machine.</summary>
    public static ToolEnvironment ForProcess()
    {
        string? home = Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } folder ? Path.GetFullPath(folder) : null;
        return new ToolEnvironment
        {
            Screen = Screen.ForProcess(),
            Variable = Environment.GetEnvironmentVariable,
            ConfigFolder = home ?? Folder(Environment.SpecialFolder.ApplicationData, "evolink"),
            DataFolder = home ?? Path.GetDirectoryName(EvolinkJobsOptions.DefaultPath)!,
        };
    }

    /// <summary>A variable that is set to something.</summary>
    public string? Value(string name) => Variable(name) is { Length: > 0 } value ? value : null;

    private static string Folder(Environment.SpecialFolder parent, string name) => Path.Combine(Environment.GetFolderPath(parent, Environment.SpecialFolderOption.DoNotVerify), name);
}
