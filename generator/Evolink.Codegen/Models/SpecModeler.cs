using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Naming;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Models;

/// <summary>Turns one document into one model. It is the expensive step and a pure function, so it runs once a file.</summary>
internal static class SpecModeler
{
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="givenName">The name that the project gives the document; null for that of its file.</param>
    public static (SpecModel Model, IReadOnlyList<SpecDiagnostic> Diagnostics) Model(SpecDocument document, CancellationToken cancellationToken, string? givenName = null)
    {
        string file = SpecPath.Normalise(document.File);
        string name = givenName ?? SpecNames.FromFile(file);
        var diagnostics = new SpecDiagnostics(document.File);
        // A page about one request, as vendors of models have one each, names it; an API of many requests has names for them.
        string prefix = OperationReader.Read(document).Count(operation => operation.Node["requestBody"] is not null) <= 1 ? SpecNames.Prefix(name) : "";
        var requests = new TypeBuilder(TypeScope.ForRequests(file, prefix), diagnostics, cancellationToken);
        var responses = new TypeBuilder(TypeScope.ForResponses(file), diagnostics, cancellationToken);

        RefusedDefaults.Report(document.Schemas, diagnostics, cancellationToken);
        AdviceKeyword.Report(document.Schemas, diagnostics, cancellationToken);
        var builder = new OperationBuilder(document, prefix, requests, responses, diagnostics);
        List<OperationSpec> operations = builder.Build(cancellationToken).ToList();
        bool hasOperations = operations.Count > 0;
        if (!hasOperations)
        {
            PayloadTypes.Declare(document, responses);
        }

        IReadOnlyList<TypeDraft> responseTypes = responses.Build();
        IReadOnlyList<TypeDraft> requestTypes = requests.Build(responseTypes.Select(type => type.Name));
        // The enums of parameters merge as those of responses do.
        var byId = requestTypes.Concat(responseTypes.Where(type => type.Kind == DeclarationKind.Enum)).ToDictionary(type => type.Id);
        var constraints = new RequestConstraints(byId, diagnostics, EvolinkConventions.ApplyTo(document), cancellationToken);
        ServerChecker.Report(document, diagnostics);
        SpecModel model = Nothing(document) with
        {
            IsEvolink = EvolinkConventions.ApplyTo(document),
            Name = name,
            Servers = [.. document.ServerUrls],
            Operations = [.. builder.WithConstraints(operations, constraints)],
            Types =
            [
                .. new TypeModeler(isRequest: true, requestTypes, constraints, cancellationToken).Build().Select(new RequestDocs(operations).Complete),
                .. new TypeModeler(isRequest: false, responseTypes, constraints: null, cancellationToken).Build(),
            ],
            Pages = [.. ModelPages.Read(document, operations)],
        };
        if (!hasOperations && model.Types.Count == 0)
        {
            EmptyDocument.Report(document, diagnostics);
        }

        return (model, diagnostics.Found);
    }

    /// <summary>The model of a file from which nothing is generated.</summary>
    public static SpecModel Nothing(SpecDocument document)
    {
        string file = SpecPath.Normalise(document.File);
        return new SpecModel { File = file, Name = SpecNames.FromFile(file), IsEvolink = false, Servers = [], Operations = [], Types = [] };
    }
}
