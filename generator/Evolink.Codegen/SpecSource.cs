using System;
using System.Threading;
using Evolink.Codegen.OpenApi;

namespace Evolink.Codegen;

/// <summary>
/// A specification and the tree of its text. Two are equal if they say the same: a comment, a blank line or a line that moved makes no difference, so
/// that such an edit ends here.
/// </summary>
internal sealed class SpecSource : IEquatable<SpecSource>
{
    private SpecSource(SpecFile file, ParsedText text) => (File, Text) = (file, text);

    public SpecFile File { get; }

    public ParsedText Text { get; }

    public static SpecSource Parse(SpecFile file, CancellationToken cancellationToken) => new(file, SpecReader.Parse(file.Path, file.Text, cancellationToken));

    public bool Equals(SpecSource? other) => other is not null
        && (File == other.File || (File.WithoutText() == other.File.WithoutText() && Text.SaysTheSame(other.Text)));

    public override bool Equals(object? obj) => Equals(obj as SpecSource);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(File.Path);
}
