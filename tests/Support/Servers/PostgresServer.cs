[assembly: AssemblyFixture(typeof(Evolink.Servers.PostgresServer))]

namespace Evolink.Servers;

/// <summary>A throw-away PostgreSQL on a free port of the loopback, in a temporary folder; started by the first test that asks for it, and stopped with the run.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    // The server refuses to run as root, which is what a container's user often is.
    private const string UnprivilegedUser = "postgres";

    private readonly Lazy<Task<string>> _start;
    private readonly string? _binaries = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(static version => Path.Combine(version, "bin")).FirstOrDefault(Directory.Exists) : null;
    private readonly int _port = ServerProcess.FindFreePort();
    private string? _folder;

    public PostgresServer() => _start = new Lazy<Task<string>>(StartAsync);

    /// <summary>A connection string; skips the test where there is no PostgreSQL.</summary>
    public Task<string> GetConnectionStringAsync()
    {
        Assert.SkipUnless(_binaries is not null, "PostgreSQL is not installed (apt-get install postgresql).");
        return _start.Value;
    }

    /// <summary>Stops the server at once, as a power cut does, waits, and starts it again.</summary>
    public async Task RestartAsync(TimeSpan pause)
    {
        await StopAsync();
        await Task.Delay(pause);
        await StartServerAsync();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_folder is null) return;
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory("evolink-postgres-").FullName;
        if (Environment.IsPrivilegedProcess) await ServerProcess.ExecuteAsync("chown", UnprivilegedUser, _folder);
        await RunAsync("initdb", "-D", Path.Combine(_folder, "data"), "-U", "jobs", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C");
        await StartServerAsync();
        return $"Host=127.0.0.1;Timeout=120;Port={_port};Username=jobs;Database=postgres";
    }

    // What is lost by a power cut is lost with the folder anyway.
    private Task StartServerAsync() => RunAsync(
        "pg_ctl", "-D", Path.Combine(_folder!, "data"), "-w", "-l", Path.Combine(_folder!, "log"), "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off -c max_connections=400", "start");

    private Task StopAsync() => RunAsync("pg_ctl", "-D", Path.Combine(_folder!, "data"), "-m", "immediate", "stop");

    private Task RunAsync(string program, params string[] arguments)
    {
        string path = Path.Combine(_binaries!, program);
        return Environment.IsPrivilegedProcess ? ServerProcess.ExecuteAsync("runuser", ["-u", UnprivilegedUser, "--", path, .. arguments]) : ServerProcess.ExecuteAsync(path, arguments);
    }
}
