using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Evolink.Servers;

/// <summary>What throw-away servers need: a free port, and programs that outlive whoever has started them.</summary>
internal static class ServerProcess
{
    /// <summary>A port of the loopback that nobody has right now.</summary>
    public static int FindFreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Runs a program to its end. What it starts keeps what it inherits: nobody waits for the end of its output.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task ExecuteAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1 < /dev/null", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
