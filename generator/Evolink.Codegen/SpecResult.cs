using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Models;
using Evolink.Codegen.OpenApi;

namespace Evolink.Codegen;

/// <summary>The result of one file: its model, which feeds emission, and its diagnostics, which do not.</summary>
internal sealed record SpecResult(SpecModel Model, EquatableArray<SpecDiagnostic> Diagnostics)
{
    /// <summary>What was found in shared files, which others find too.</summary>
    public EquatableArray<SpecDiagnostic> OfSharedFiles => Diagnostics.Where(found => !IsOwn(found)).ToEquatableArray();

    public bool IsOwn(SpecDiagnostic found) => SpecPath.Normalise(found.File) == Model.File;

    public static SpecResult Create(SpecFile file, CancellationToken cancellationToken)
    {
        if (file.IsShared)
        {
            SpecDocument shared = SpecReader.ReadShared(file.Path, file.Text, cancellationToken);
            return new SpecResult(SpecModeler.Nothing(shared), shared.Diagnostics.ToEquatableArray());
        }

        SpecDocument document = SpecReader.Read(file.Path, file.Text, cancellationToken, file.Parts());
        try
        {
            (SpecModel model, IReadOnlyList<SpecDiagnostic> found) = SpecModeler.Model(document, cancellationToken, file.Name);
            return file.Client is { } client
                // What is wrong with it is for those who made that client to know.
                ? new SpecResult(model with { Client = client }, [])
                : new SpecResult(model, document.Diagnostics.Concat(found).ToEquatableArray());
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // No document is known to come here. An exception would end the generation of the whole client; this way only the file's part is lost.
            var unknown = new SpecDiagnostic(
                DiagnosticIds.Unsupported, file.Path, 1, 1, $"Nothing is generated of this file: {problem.Message} Please report it with the file.");
            return new SpecResult(SpecModeler.Nothing(document), document.Diagnostics.Append(unknown).ToEquatableArray());
        }
    }
}
