using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Evolink.Servers;

namespace Evolink.Jobs.Orleans.Tests.Support;

/// <summary>A silo as a process of its own, to be killed, frozen and stopped.</summary>
internal sealed class SiloProcess : IAsyncDisposable
{
    private static readonly string s_worker = Path.Combine(
        typeof(SiloProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "RepositoryRoot").Value!,
        "tests/Evolink.Jobs.Orleans.Worker/bin",
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
        "net10.0/Evolink.Jobs.Orleans.Worker.dll");

    private readonly Process _process;
    private readonly Task<string> _errors;

    private SiloProcess(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    public bool HasExited => _process.HasExited;

    /// <summary>Its name in the store, as the owner of shards.</summary>
    public string Owner => $"{Environment.MachineName}/{_process.Id}";

    public static async Task<SiloProcess> StartAsync(IEnumerable<(string Name, string Value)> arguments)
    {
        string[] ports = [string.Create(CultureInfo.InvariantCulture, $"--silo-port={ServerProcess.FindFreePort()}"), string.Create(CultureInfo.InvariantCulture, $"--gateway-port={ServerProcess.FindFreePort()}")];
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [s_worker, .. arguments.Select(static argument => $"--{argument.Name}={argument.Value}"), .. ports])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SiloProcess silo = new(Process.Start(start)!);
        while (await silo._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line == "ready") return silo;
        }

        // One that is told to die early may not live to say that it is ready.
        return silo;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until it has killed itself.</summary>
    public Task UntilDeadAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Stops it in good order (SIGTERM), and waits.</summary>
    public async Task StopAsync()
    {
        await SignalAsync("TERM");
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(_process.ExitCode == 0, await _errors);
    }

    public Task FreezeAsync() => SignalAsync("STOP");

    public Task ThawAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private Task SignalAsync(string signal) => ServerProcess.ExecuteAsync("kill", $"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture));
}
