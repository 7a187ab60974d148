using System.Diagnostics;

[assembly: AssemblyFixture(typeof(Evolink.Servers.RedisServer))]

namespace Evolink.Servers;

/// <summary>A throw-away Redis on a free port of the loopback that keeps nothing; started by the first test that asks for it, and stopped with the run.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private static readonly string? s_program = ((string[])["/usr/bin/redis-server", "/usr/local/bin/redis-server"]).FirstOrDefault(File.Exists);

    private readonly Lazy<Task<string>> _start;
    private Process? _server;

    public RedisServer() => _start = new Lazy<Task<string>>(StartAsync);

    /// <summary>Its address; skips the test where there is no Redis.</summary>
    public Task<string> GetAddressAsync()
    {
        Assert.SkipUnless(s_program is not null, "Redis is not installed (apt-get install redis-server).");
        return _start.Value;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_server is null) return;
        _server.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
    }

    private async Task<string> StartAsync()
    {
        int port = ServerProcess.FindFreePort();
        _server = Process.Start(new ProcessStartInfo(s_program!, [$"--port {port}", "--bind 127.0.0.1", "--save \"\"", "--appendonly no"]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() })!;
        while (await _server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains("Ready to accept connections", StringComparison.Ordinal)) continue;
            _ = _server.StandardOutput.ReadToEndAsync();
            return $"127.0.0.1:{port}";
        }

        throw new InvalidOperationException($"redis-server ended with {_server.ExitCode}.");
    }
}
