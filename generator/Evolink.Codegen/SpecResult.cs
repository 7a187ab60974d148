using System.Linq;
using System.Threading;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Modeling;
using Evolink.Codegen.Reading;

namespace Evolink.Codegen;

/// <summary>What came of one file: its model, which feeds emission, and its diagnostics, which do not.</summary>
internal sealed record SpecResult(SpecModel Model, EquatableArray<SpecDiagnostic> Diagnostics)
{
    public static SpecResult Of(SpecFile file, CancellationToken cancellationToken)
    {
        SpecDocument document = SpecReader.Read(file.Path, file.Text, cancellationToken);
        var (model, found) = SpecModeler.Model(document, cancellationToken);
        return new SpecResult(model, document.Diagnostics.Concat(found).ToEquatableArray());
    }
}
