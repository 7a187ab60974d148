using System.Text;

namespace Evolink.Codegen.Parsing;

/// <summary>Lines and columns, both from 1 and in UTF-16 units, of ever later offsets into UTF-8 bytes.</summary>
internal sealed class JsonPosition(byte[] utf8)
{
    private int _offset;

    public int Line { get; private set; } = 1;

    public int Column { get; private set; } = 1;

    public void MoveTo(int offset)
    {
        for (; _offset < offset; _offset++)
        {
            byte unit = utf8[_offset];
            if (unit == '\n' || (unit == '\r' && (_offset + 1 == utf8.Length || utf8[_offset + 1] != '\n'))) (Line, Column) = (Line + 1, 1);
            else if (unit >= 0xF0) Column += 2;
            else if (unit is < 0x80 or >= 0xC0) Column++;
        }
    }

    /// <summary>The position of a line and a byte in it, both from 0, as a JsonException tells it.</summary>
    public static (int Line, int Column) InText(string text, long line, long byteInLine)
    {
        var position = new JsonPosition(Encoding.UTF8.GetBytes(text));
        int start = 0;
        for (long passed = 0L; passed < line && start < text.Length; passed++) start = text.IndexOf('\n', start) + 1;

        long offset = Encoding.UTF8.GetByteCount(text.Substring(0, start)) + byteInLine;
        position.MoveTo((int)System.Math.Min(offset, Encoding.UTF8.GetByteCount(text)));
        return (position.Line, position.Column);
    }
}
