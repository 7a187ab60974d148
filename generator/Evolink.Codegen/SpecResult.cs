using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Models;
using Evolink.Codegen.OpenApi;

namespace Evolink.Codegen;

/// <summary>The result of one file: its model, which feeds emission, and its diagnostics, which do not.</summary>
/// <param name="File">The file as it was read: the places of the diagnostics are those of its text.</param>
internal sealed record SpecResult(SpecFile File, SpecModel Model, EquatableArray<SpecDiagnostic> Diagnostics)
{
    /// <summary>What was found in shared files, which others find too.</summary>
    public EquatableArray<SpecDiagnostic> OfSharedFiles => Diagnostics.Where(found => !IsOwn(found)).ToEquatableArray();

    /// <summary>Whether the same was made and found, of whatever text.</summary>
    public bool Equals(SpecResult? other) => other is not null && Model == other.Model && Diagnostics == other.Diagnostics;

    public override int GetHashCode() => Model.GetHashCode();

    public bool IsOwn(SpecDiagnostic found) => SpecPath.Normalise(found.File) == Model.File;

    /// <summary>A file in which something was found, with the same file as it is now: its text may have moved since without saying anything else.</summary>
    public static (SpecResult Found, SpecFile Now) WithFileOfNow((SpecResult Found, ImmutableArray<SpecFile> Files) input, CancellationToken cancellationToken) =>
        (input.Found, input.Files.Contains(input.Found.File) ? input.Found.File : input.Files.First(file => file.Path == input.Found.File.Path));

    /// <summary>The same with every diagnostic at its place of now.</summary>
    public static SpecResult Locate((SpecResult Found, SpecFile Now) input, CancellationToken cancellationToken) =>
        input.Found.File == input.Now ? input.Found : Create(input.Now, cancellationToken);

    public static SpecResult Create(SpecFile file, CancellationToken cancellationToken) => Create(SpecSource.Parse(file, cancellationToken), cancellationToken);

    public static SpecResult Create(SpecSource source, CancellationToken cancellationToken)
    {
        SpecFile file = source.File;
        if (file.IsShared)
        {
            SpecDocument shared = SpecReader.ReadShared(source.Text);
            return new SpecResult(file, SpecModeler.Nothing(shared), shared.Diagnostics.ToEquatableArray());
        }

        SpecDocument document = SpecReader.Read(source.Text, file.Parts(), cancellationToken);
        try
        {
            (SpecModel model, IReadOnlyList<SpecDiagnostic> found) = SpecModeler.Model(document, cancellationToken, file.Name);
            return file.Client is { } client
                // What is wrong with it is for those who made that client to know.
                ? new SpecResult(file, model with { Client = client }, [])
                : new SpecResult(file, model, document.Diagnostics.Concat(found).ToEquatableArray());
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // No document is known to come here. An exception would end the generation of the whole client; this way only the file's part is lost.
            var unknown = new SpecDiagnostic(
                DiagnosticIds.Unsupported, file.Path, 1, 1, $"Nothing is generated of this file: {problem.Message} Please report it with the file.");
            return new SpecResult(file, SpecModeler.Nothing(document), document.Diagnostics.Append(unknown).ToEquatableArray());
        }
    }
}
