using System.Text;

namespace Evolink.Tool.Tests.Support;

/// <summary>Keeps what is written, and can be read while others write.</summary>
internal sealed class RecordingWriter : TextWriter
{
    private readonly StringBuilder _text = new();
    private readonly Lock _lock = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_lock) _text.Append(value);
    }

    public override void Write(string? value)
    {
        lock (_lock) _text.Append(value);
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    /// <summary>What was written up to now, with the line ends of this repository.</summary>
    public override string ToString()
    {
        lock (_lock) return _text.ToString().ReplaceLineEndings("\n");
    }
}
