using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Evolink.Codegen.Testing;

/// <summary>A specification in memory; a new object each time, as the compiler makes one at every change.</summary>
internal sealed class SpecText(string path, string text, Action? onRead = null) : AdditionalText
{
    public static SpecText Read((string Path, string Text) spec) => new(spec.Path, spec.Text);

    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        onRead?.Invoke();
        return SourceText.From(text, Encoding.UTF8);
    }
}
