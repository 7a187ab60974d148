using Spectre.Console;

namespace Evolink.Tool.Output;

/// <summary>Where the command writes: results to the standard output, all that is said about them to the standard error.</summary>
/// <param name="output">Results: paths, tables, JSON.</param>
/// <param name="error">Progress, hints and errors.</param>
/// <param name="input">What is read where a file is <c>-</c>.</param>
internal sealed class Screen(TextWriter output, TextWriter error, TextReader input)
{
    private IAnsiConsole? _outConsole;
    private IAnsiConsole? _errorConsole;

    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    public TextReader Input { get; } = input;

    /// <summary>Whether a person sees the results as they are written.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether a person sees the progress as it is written.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Whether a person types the input.</summary>
    public bool IsInputTerminal { get; init; }

    /// <summary>Tables and other formatted results.</summary>
    public IAnsiConsole OutConsole => _outConsole ??= Create(Out, IsOutputTerminal);

    /// <summary>The live display.</summary>
    public IAnsiConsole ErrorConsole => _errorConsole ??= Create(Error, IsErrorTerminal);

    public static Screen ForProcess() => new(Console.Out, Console.Error, Console.In)
    {
        IsOutputTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
        IsInputTerminal = !Console.IsInputRedirected,
    };

    /// <summary>NO_COLOR and TERM are heeded by the library where it detects.</summary>
    private static IAnsiConsole Create(TextWriter writer, bool isTerminal) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        Out = new AnsiConsoleOutput(writer),
    });
}
