using System.Text;

namespace Evolink.Codegen.Emitting;

/// <summary>Text with indentation. Templates may have several lines; each gets the indentation of where it lands.</summary>
internal sealed class CodeWriter
{
    private const int Step = 4;
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes a template of one or more lines; an empty line stays empty.</summary>
    public CodeWriter Write(string template)
    {
        foreach (string line in template.Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', _depth * Step).Append(line);
            }

            _text.Append('\n');
        }

        return this;
    }

    public CodeWriter Blank() => Write("");

    /// <summary>Writes a header and an opening brace; what follows is indented until <see cref="Close"/>.</summary>
    public CodeWriter Open(string header)
    {
        Write(header).Write("{");
        _depth++;
        return this;
    }

    public CodeWriter Close(string ending = "}")
    {
        _depth--;
        return Write(ending);
    }

    public override string ToString() => _text.ToString();
}
