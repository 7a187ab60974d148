using System.Diagnostics;
using System.Text;

namespace Evolink.Package.Tests;

/// <summary>A child that runs beside those that follow it, as one that a shell starts with an ampersand; it ends with its reader.</summary>
internal sealed class BackgroundChild : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _text = new();

    public BackgroundChild(Process process)
    {
        _process = process;
        process.OutputDataReceived += Collect;
        process.ErrorDataReceived += Collect;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>What it has written so far.</summary>
    public override string ToString()
    {
        lock (_text) return _text.ToString();
    }

    private void Collect(object sender, DataReceivedEventArgs line)
    {
        lock (_text) _text.Append(line.Data).Append('\n');
    }
}
