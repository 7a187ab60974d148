using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>Reads the operations of one document and asks for the types of their bodies, answers and parameters.</summary>
internal sealed class OperationBuilder(
    SpecDocument document,
    string specName,
    TypeBuilder requests,
    TypeBuilder responses,
    ModelingDiagnostics diagnostics)
{
    private readonly BodyBuilder bodies = new(specName, requests, diagnostics);
    private readonly AnswerBuilder answers = new(responses);
    private readonly ParameterBuilder parameters = new(responses, diagnostics);

    /// <summary>The operations with the rules of those bodies that are no generated types; what such rules speak of is built by now.</summary>
    public IEnumerable<OperationSpec> WithRules(IEnumerable<OperationSpec> operations, RuleBuilder rules) => operations.Select(operation =>
        bodies.PlainSchemas.TryGetValue(operation.Pointer, out SchemaView? schema) && operation.Body is { } body
            ? operation with { Body = body with { Constraints = rules.OfBody(body.Type, schema) } }
            : operation);

    public IEnumerable<OperationSpec> Build(CancellationToken cancellationToken)
    {
        if (document.Root is not { } root)
        {
            yield break;
        }

        List<OperationSource> sources = OperationSources.Of(document).ToList();
        var security = new SecurityReader(root, diagnostics);
        var ids = new OperationIds(diagnostics);
        int withBody = sources.Count(source => source.Node["requestBody"] is not null);
        foreach (OperationSource source in sources)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Operation(source, ids.Of(source), isOnlyBody: withBody == 1, security) is { } operation)
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

        AnswerSpec answer = answers.Build(source, id, body);
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
            // Nothing is created of nothing.
            Body = answer.Role == TaskRole.Creates ? body! with { IsRequired = true } : body,
            Answer = answer.Kind,
            Response = answer.Type,
            Accept = answer.Accept,
            Headers = AnswerHeaders.Of(source),
            Key = security.Of(source.Node),
            Role = answer.Role,
        };
    }

    private static DocText DocOf(OperationSource source) => DocTexts.Prose(
        string.Join("\n\n", new[] { source.Operation.Summary, source.Operation.Description }.Where(text => !string.IsNullOrWhiteSpace(text))),
        $"{source.Method} {source.Path}");
}
