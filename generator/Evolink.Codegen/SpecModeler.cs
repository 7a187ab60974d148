using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Naming;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Types;

namespace Evolink.Codegen;

/// <summary>One document to one model: a pure function, and the expensive part, so it is done once a file.</summary>
internal static class SpecModeler
{
    public static (SpecModel Model, IReadOnlyList<SpecDiagnostic> Diagnostics) Model(SpecDocument document, CancellationToken cancellationToken)
    {
        string file = document.File.Replace('\\', '/');
        string name = SpecNames.Of(file);
        var diagnostics = new ModelingDiagnostics(document.File);
        var requests = new TypeBuilder(new TypeScope(file, name, isRequest: true), diagnostics, cancellationToken);
        var responses = new TypeBuilder(new TypeScope(file, name, isRequest: false), diagnostics, cancellationToken);

        var builder = new OperationBuilder(document, name, requests, responses, diagnostics);
        List<OperationSpec> operations = builder.Build(cancellationToken).ToList();
        IReadOnlyList<TypeShape> requestShapes = requests.Build();
        var shapes = requestShapes.ToDictionary(shape => shape.Id);
        var rules = new RuleBuilder(shapes, diagnostics, EvolinkConventions.Hold(document), new WholeTypes(shapes, cancellationToken), cancellationToken);
        SpecModel model = Nothing(document) with
        {
            Servers = [.. Servers.All(document.OpenApi?.Servers)],
            Operations = [.. builder.WithRules(operations, rules)],
            Types =
            [
                .. requestShapes.SelectMany(new TypeSpecs(isRequest: true, rules, cancellationToken).All),
                .. responses.Build().SelectMany(new TypeSpecs(isRequest: false, rules: null, cancellationToken).All),
            ],
        };
        return (model, diagnostics.Found);
    }

    /// <summary>A file that asks for nothing.</summary>
    public static SpecModel Nothing(SpecDocument document)
    {
        string file = document.File.Replace('\\', '/');
        return new SpecModel { File = file, Name = SpecNames.Of(file), Servers = [], Operations = [], Types = [] };
    }
}
