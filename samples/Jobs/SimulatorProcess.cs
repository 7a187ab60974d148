using System.Diagnostics;
using System.Globalization;
using Evolink;

namespace JobsSample;

/// <summary>The simulator in a process of its own, which goes on when the sample is killed. Files tell where it is, when it has to stop, and what it has charged.</summary>
internal sealed class SimulatorProcess
{
    private const string AddressFile = "simulator.txt";
    private const string StopFile = "stop.txt";
    private const string ChargesFile = "charges.txt";

    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestLife = TimeSpan.FromMinutes(10);

    private readonly string _folder;

    private SimulatorProcess(string folder, string[] lines) => (_folder, Address, ApiKey) = (folder, new Uri(lines[0]), lines[1]);

    public Uri Address { get; }

    public string ApiKey { get; }

    /// <summary>The simulator of an earlier run, or a new one. Where there is none any more, its tasks are gone, and so the jobs begin anew.</summary>
    public static async Task<SimulatorProcess> FindOrStartAsync(string folder)
    {
        if (Read(folder) is { } known && await known.RespondsAsync()) return known;
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        using Process process = Start();
        while (true)
        {
            if (Read(folder) is { } started) return started;
            if (process.HasExited) throw new InvalidOperationException("The simulator did not start.");
            await Task.Delay(s_interval);
        }
    }

    /// <summary>What the process itself does.</summary>
    public static async Task<int> RunAsync(string folder)
    {
        await using EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(new SimulatorOptions { ProcessingFor = TimeSpan.FromSeconds(1) });
        await WriteAsync(folder, AddressFile, $"{simulator.BaseAddress}\n{simulator.ApiKey}");
        long start = Stopwatch.GetTimestamp();
        while (!File.Exists(Path.Combine(folder, StopFile)) && Stopwatch.GetElapsedTime(start) < s_longestLife) await Task.Delay(s_interval);
        await WriteAsync(folder, ChargesFile, simulator.Ledger.Count.ToString(CultureInfo.InvariantCulture));
        File.Delete(Path.Combine(folder, AddressFile));
        return 0;
    }

    /// <summary>Stops it.</summary>
    /// <returns>How many tasks it has charged for.</returns>
    public async Task<int> StopAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, StopFile), "");
        string charges = Path.Combine(_folder, ChargesFile);
        while (!File.Exists(charges)) await Task.Delay(s_interval);
        return int.Parse(await File.ReadAllTextAsync(charges), CultureInfo.InvariantCulture);
    }

    private static SimulatorProcess? Read(string folder)
    {
        string path = Path.Combine(folder, AddressFile);
        return File.Exists(path) ? new SimulatorProcess(folder, File.ReadAllLines(path)) : null;
    }

    private async Task<bool> RespondsAsync()
    {
        using HttpClient http = new();
        try
        {
            return (await http.GetAsync(Address)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Process Start()
    {
        // Started by "dotnet Jobs.dll" the process is dotnet, and the program its first argument.
        string program = Environment.ProcessPath!;
        string[] arguments = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(SimulatorProcess).Assembly.Location, "simulator"] : ["simulator"];

        // Not on the sample's own output: whoever reads that would wait for the simulator, too.
        return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    /// <summary>Whole or not at all: the other process may look at any moment.</summary>
    private static async Task WriteAsync(string folder, string name, string text)
    {
        string path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path + ".part", text);
        File.Move(path + ".part", path, overwrite: true);
    }
}
