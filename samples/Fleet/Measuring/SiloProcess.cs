using System.Diagnostics;

namespace FleetSample.Measuring;

/// <summary>A silo as a process, to be killed.</summary>
internal sealed class SiloProcess : IDisposable
{
    private readonly Process _process;

    private SiloProcess(Process process) => _process = process;

    /// <summary>Its name in the store.</summary>
    public string Owner => $"{Environment.MachineName}/{_process.Id}";

    public static async Task<SiloProcess> StartAsync(Surroundings surroundings)
    {
        // Started by "dotnet Fleet.dll" the process is dotnet, and the program its first argument.
        string program = Environment.ProcessPath!;
        string[] arguments = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(SiloProcess).Assembly.Location, "silo"] : ["silo"];
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true };
        foreach ((string name, string? value) in surroundings.ToEnvironment()) start.Environment[name] = value;
        Process process = Process.Start(start)!;
        if (await process.StandardOutput.ReadLineAsync() is null) throw new InvalidOperationException("The silo did not start. Are PostgreSQL and Redis there?");
        _ = process.StandardOutput.ReadToEndAsync();
        return new SiloProcess(process);
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
