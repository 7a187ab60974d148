using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Naming;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Models;

/// <summary>Turns one document into one model. It is the expensive step and a pure function, so it runs once a file.</summary>
internal static class SpecModeler
{
    public static (SpecModel Model, IReadOnlyList<SpecDiagnostic> Diagnostics) Model(SpecDocument document, CancellationToken cancellationToken)
    {
        string file = document.File.Replace('\\', '/');
        string name = SpecNames.FromFile(file);
        var diagnostics = new SpecDiagnostics(document.File);
        var requests = new TypeBuilder(new TypeScope(file, name, isRequest: true), diagnostics, cancellationToken);
        var responses = new TypeBuilder(new TypeScope(file, name, isRequest: false), diagnostics, cancellationToken);

        var builder = new OperationBuilder(document, name, requests, responses, diagnostics);
        List<OperationSpec> operations = builder.Build(cancellationToken).ToList();
        IReadOnlyList<TypeDraft> requestTypes = requests.Build();
        var byId = requestTypes.ToDictionary(type => type.Id);
        var constraints = new RequestConstraints(byId, diagnostics, EvolinkConventions.ApplyTo(document), cancellationToken);
        ServerChecker.Report(document, diagnostics);
        SpecModel model = Nothing(document) with
        {
            IsEvolink = EvolinkConventions.ApplyTo(document),
            Servers = [.. document.ServerUrls],
            Operations = [.. builder.WithConstraints(operations, constraints)],
            Types =
            [
                .. new TypeModeler(isRequest: true, requestTypes, constraints, cancellationToken).Build().Select(new RequestDocs(operations).Complete),
                .. new TypeModeler(isRequest: false, responses.Build(), constraints: null, cancellationToken).Build(),
            ],
        };
        return (model, diagnostics.Found);
    }

    /// <summary>The model of a file from which nothing is generated.</summary>
    public static SpecModel Nothing(SpecDocument document)
    {
        string file = document.File.Replace('\\', '/');
        return new SpecModel { File = file, Name = SpecNames.FromFile(file), IsEvolink = false, Servers = [], Operations = [], Types = [] };
    }
}
