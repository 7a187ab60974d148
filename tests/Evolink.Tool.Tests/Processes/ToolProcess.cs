using System.Diagnostics;
using System.Text;
using Evolink.Tool.Cli;
using Evolink.Tool.Tests.Support;

namespace Evolink.Tool.Tests.Processes;

/// <summary>The command as a process of its own, which can be killed, or be given a terminal.</summary>
internal sealed class ToolProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _text = new();
    private readonly Task _reading;

    private ToolProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _reading = Task.WhenAll(CollectAsync(_process.StandardOutput), CollectAsync(_process.StandardError));
    }

    /// <summary>What it wrote so far, to either stream.</summary>
    public string Text
    {
        get
        {
            lock (_text) return _text.ToString();
        }
    }

    public static ToolProcess Start(TestHome home, params string[] arguments) => new(Prepare(home, "dotnet", ["exec", Program, .. arguments]));

    /// <summary>In a terminal of 100 columns and 30 lines, by util-linux' <c>script</c>.</summary>
    public static ToolProcess StartInTerminal(TestHome home, params string[] arguments)
    {
        string command = string.Join(' ', ["stty cols 100 rows 30;", "exec", "dotnet", "exec", .. arguments.Prepend(Program).Select(static one => $"'{one}'")]);
        ProcessStartInfo start = Prepare(home, "script", ["-q", "-e", "-f", "-c", command, "/dev/null"]);
        start.Environment["TERM"] = "xterm-256color";
        return new ToolProcess(start);
    }

    /// <summary>Whether there is a way to a terminal.</summary>
    public static bool HasTerminals { get; } = !OperatingSystem.IsWindows() && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, "script")));

    private static string Program { get; } = typeof(ToolProgram).Assembly.Location;

    /// <summary>Types into its terminal.</summary>
    public async Task TypeAsync(string keys)
    {
        await _process.StandardInput.WriteAsync(keys);
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>As <c>kill -9</c>: it has no say in it.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for its end.</summary>
    public async Task<int> EndAsync()
    {
        // Where the tests were started with SIGINT ignored, as behind a shell's `&`, Ctrl-C ends nobody: the test fails then, and does not hang.
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            Assert.Fail($"It has not ended within {s_patience}.\n{Text}");
        }

        await _reading;
        return _process.ExitCode;
    }

    /// <summary>Waits for its end, which has to be this.</summary>
    public async Task<string> EndsWithAsync(params int[] codes)
    {
        int code = await EndAsync();
        Assert.True(codes.Contains(code), $"It ended with {code} and not {string.Join(" or ", codes)}.\n{Text}");
        return Text;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static ProcessStartInfo Prepare(TestHome home, string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[ToolEnvironment.HomeVariable] = home.PathOf("home");
        foreach ((string name, string? value) in home.Variables) start.Environment[name] = value;
        return start;
    }

    private async Task CollectAsync(StreamReader reader)
    {
        char[] buffer = new char[1024];
        while (await reader.ReadAsync(buffer, CancellationToken.None) is > 0 and int count)
        {
            lock (_text) _text.Append(buffer, 0, count);
        }
    }
}
