using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Benchmarks.Quick.Rows;

/// <summary>The repository's specifications in an editor: keys are struck in one of them, and the generator runs after each.</summary>
internal sealed class Keystrokes
{
    private const string File = "kling-v3-motion-control.yaml", Source = "KlingV3MotionControlRequest.g.cs", Description = "description: ";

    private readonly CSharpCompilation _compilation = CSharpCompilation.Create("Consumer");
    private readonly Func<int, string> _edit;
    private GeneratorDriver _driver;
    private SpecText _current;
    private int _count;

    private Keystrokes(SpecText[] specs, SpecText edited, Func<int, string> edit)
    {
        (_current, _edit) = (edited, edit);
        _driver = GeneratorRows.Driver(specs).RunGenerators(_compilation);
    }

    /// <summary>The C# of the edited specification's request.</summary>
    public string Code => _driver.GetRunResult().Results.Single().GeneratedSources.Single(source => source.HintName == Source).SourceText.ToString();

    /// <summary>In a comment at the end, which no C# shows.</summary>
    public static Keystrokes InComment() => Open(text => stroke => $"{text}\n# {stroke.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>In the description of a property, which the documentation of one type shows.</summary>
    public static Keystrokes InDescription() => Open(text =>
    {
        int at = text.IndexOf(Description, text.IndexOf(" prompt:", text.IndexOf("\ncomponents:", StringComparison.Ordinal), StringComparison.Ordinal), StringComparison.Ordinal) + Description.Length;
        return stroke => text.Insert(at, $"x{stroke.ToString(CultureInfo.InvariantCulture)} ");
    });

    /// <summary>Puts the next text in place of the one before.</summary>
    public void Type()
    {
        SpecText next = new(_current.Path, _edit(_count++));
        _driver = _driver.ReplaceAdditionalText(_current, next);
        _current = next;
    }

    public void Generate() => _driver = _driver.RunGenerators(_compilation);

    private static Keystrokes Open(Func<string, Func<int, string>> edit)
    {
        SpecText[] specs = SpecFolder.Read(SpecFolder.Find());
        SpecText edited = specs.First(spec => spec.Path.EndsWith(File, StringComparison.Ordinal));
        return new Keystrokes(specs, edited, edit(edited.GetText()!.ToString()));
    }
}
