using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>Reads the operations of one document and asks for the types of their bodies, responses and parameters.</summary>
internal sealed class OperationBuilder(
    SpecDocument document,
    string specName,
    TypeBuilder requests,
    TypeBuilder responses,
    SpecDiagnostics diagnostics)
{
    private readonly BodyBuilder bodies = new(specName, requests, diagnostics);
    private readonly ResponseBuilder responseBuilder = new(responses);
    private readonly ParameterBuilder parameters = new(responses, diagnostics);

    /// <summary>The operations with the constraints of those bodies that are not generated types. The types that such constraints name are finished by now.</summary>
    public IEnumerable<OperationSpec> WithRules(IEnumerable<OperationSpec> operations, RuleBuilder rules) => operations.Select(operation =>
        bodies.PlainSchemas.TryGetValue(operation.Pointer, out SchemaView? schema) && operation.Body is { } body
            ? operation with { Body = body with { Rules = rules.OfBody(body.Type, schema) } }
            : operation);

    public IEnumerable<OperationSpec> Build(CancellationToken cancellationToken)
    {
        if (document.Root is not { } root)
        {
            yield break;
        }

        List<OperationSource> sources = OperationSources.Read(document).ToList();
        var security = new SecurityReader(root, diagnostics);
        var ids = new OperationIds(diagnostics);
        int withBody = sources.Count(source => source.Node["requestBody"] is not null);
        foreach (OperationSource source in sources)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Operation(source, ids.Assign(source), isOnlyBody: withBody == 1, security) is { } operation)
            {
                yield return operation;
            }
        }
    }

    private OperationSpec? Operation(OperationSource source, string id, bool isOnlyBody, SecurityReader security)
    {
        if (!bodies.TryBuild(source, id, isOnlyBody, out BodySpec? body) || parameters.Build(source, id) is not { } found)
        {
            return null;
        }

        ResponseSpec response = responseBuilder.Build(source, id, body);
        return new OperationSpec
        {
            Id = id,
            Method = source.Method,
            Path = source.Target,
            Server = Servers.Of(source.Operation.Servers, source.PathItem.Servers, document.OpenApi!.Servers),
            Pointer = source.Node.Pointer,
            Doc = DocOf(source),
            IsDeprecated = source.Operation.Deprecated,
            Parameters = found.ToEquatableArray(),
            // A task cannot be created without a request, even where the document does not demand one.
            Body = response.Role == TaskRole.Creates ? body! with { IsRequired = true } : body,
            ResponseKind = response.Kind,
            Response = response.Type,
            Accept = response.Accept,
            Headers = ResponseHeaders.Describe(source),
            Key = security.Read(source.Node),
            Role = response.Role,
        };
    }

    private static DocText DocOf(OperationSource source) => DocTexts.FromProse(
        string.Join("\n\n", new[] { source.Operation.Summary, source.Operation.Description }.Where(text => !string.IsNullOrWhiteSpace(text))),
        $"{source.Method} {source.Path}");
}
