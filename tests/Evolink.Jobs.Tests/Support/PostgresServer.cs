using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

[assembly: AssemblyFixture(typeof(Evolink.Jobs.Tests.Support.PostgresServer))]

namespace Evolink.Jobs.Tests.Support;

/// <summary>A throw-away PostgreSQL on a free port of the loopback, in a temporary folder; started by the first test that asks for it, and stopped with the run.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    // The server refuses to run as root, which is what a container's user often is.
    private const string UnprivilegedUser = "postgres";

    private readonly Lazy<Task<string>> _start;
    private readonly string? _binaries = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(static version => Path.Combine(version, "bin")).FirstOrDefault(Directory.Exists) : null;
    private string? _folder;

    public PostgresServer() => _start = new Lazy<Task<string>>(StartAsync);

    /// <summary>A connection string; skips the test where there is no PostgreSQL.</summary>
    public Task<string> GetConnectionStringAsync()
    {
        Assert.SkipUnless(_binaries is not null, "PostgreSQL is not installed (apt-get install postgresql).");
        return _start.Value;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_folder is null) return;
        await RunAsync("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory("evolink-postgres-").FullName;
        string data = Path.Combine(_folder, "data");
        if (Environment.IsPrivilegedProcess) await ExecuteAsync("chown", UnprivilegedUser, _folder);
        int port = FreePort();
        await RunAsync("initdb", "-D", data, "-U", "jobs", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C");

        // What is lost by a power cut is lost with the folder anyway.
        await RunAsync("pg_ctl", "-D", data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off -c max_connections=300", "start");
        return $"Host=127.0.0.1;Port={port};Username=jobs;Database=postgres";
    }

    private Task RunAsync(string program, params string[] arguments)
    {
        string path = Path.Combine(_binaries!, program);
        return Environment.IsPrivilegedProcess ? ExecuteAsync("runuser", ["-u", UnprivilegedUser, "--", path, .. arguments]) : ExecuteAsync(path, arguments);
    }

    // The server that pg_ctl starts keeps what it inherits: nobody waits for the end of its output.
    private static async Task ExecuteAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1 < /dev/null", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
