using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>Reads the operations of one document and asks for the types of their bodies, responses and parameters.</summary>
internal sealed class OperationBuilder(
    SpecDocument document,
    string prefix,
    TypeBuilder requests,
    TypeBuilder responses,
    SpecDiagnostics diagnostics)
{
    private readonly BodyBuilder _bodies = new(prefix, requests, diagnostics);
    private readonly ParameterBuilder _parameters = new(responses, diagnostics);
    private readonly PageReader _pages = new(diagnostics);
    private readonly UploadReader _uploads = new(diagnostics);

    /// <summary>The operations with the constraints of their parameters, and of those bodies that are not generated types. The types that such constraints name are finished by now.</summary>
    public IEnumerable<OperationSpec> WithConstraints(IEnumerable<OperationSpec> operations, RequestConstraints constraints) => operations.Select(operation => operation with
    {
        Parameters = _parameters.WithConstraints(operation, constraints),
        Body = operation.Body is { } body ? WithConstraints(operation, body, 0, constraints) : null,
        OtherBodies = operation.OtherBodies.Select((other, index) => WithConstraints(operation, other, index + 1, constraints)).ToEquatableArray(),
    });

    private BodySpec WithConstraints(OperationSpec operation, BodySpec body, int place, RequestConstraints constraints) =>
        _bodies.PlainSchemas.TryGetValue((operation.Pointer, place), out SchemaView? schema)
            ? body with { Constraints = constraints.ForBody(body.Type, schema) }
            : body;

    public IEnumerable<OperationSpec> Build(CancellationToken cancellationToken)
    {
        if (document.Root is not { } root)
        {
            yield break;
        }

        ReportBesideReferences(root);
        List<OperationNode> operations = OperationReader.Read(document).ToList();
        var security = new SecurityReader(root, diagnostics);
        var ids = new OperationIds(diagnostics);
        var tasks = new TaskFacts(document, operations, diagnostics);
        var responseBuilder = new ResponseBuilder(responses, tasks);
        foreach (OperationNode operation in operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Operation(operation, ids.Assign(operation), security, responseBuilder, tasks) is { } spec)
            {
                yield return spec;
            }
        }
    }

    /// <summary>What stands beside the reference of a path is left undefined by OpenAPI.</summary>
    private void ReportBesideReferences(SpecNode root)
    {
        foreach (SpecNode path in (root["paths"]?.Members ?? []).Select(path => path.Value).Where(path => path.Has(SpecReference.Keyword)))
        {
            foreach (SpecMember member in path.Members.Where(member => !SchemaView.IsAnnotation(member.Name)))
            {
                diagnostics.Unsupported(member.Value, $"'{member.Name}' beside the $ref of a path", "only what the $ref leads to is read");
            }
        }
    }

    private OperationSpec? Operation(OperationNode operation, string id, SecurityReader security, ResponseBuilder responseBuilder, TaskFacts tasks)
    {
        if (_bodies.Build(operation, id) is not { } ways || _parameters.Build(operation, id) is not { } found)
        {
            return null;
        }

        BodySpec? body = ways.Count == 0 ? null : ways[0];
        ResponseSpec response = responseBuilder.Build(operation, id, body);
        return new OperationSpec
        {
            Id = id,
            Method = operation.Method,
            Path = operation.Target,
            Server = operation.Server,
            Pointer = operation.Node.Pointer,
            Doc = DocOf(operation, document),
            IsDeprecated = operation.IsDeprecated,
            Parameters = found.ToEquatableArray(),
            Body = body,
            OtherBodies = ways.Skip(1).ToEquatableArray(),
            ResponseKind = response.Kind,
            Response = response.Type,
            Accept = response.Accept,
            HasChoice = response.HasChoice,
            Statuses = response.Statuses,
            Events = response.Others.Append(response).First(one => one.Kind == ResponseKind.Events || one == response).Events,
            OtherResponses = response.Others,
            Headers = ResponseHeaders.Describe(operation),
            Key = security.Read(operation.Node),
            KeyChoices = security.ReadChoices(operation.Node),
            Page = _pages.Read(operation, body, response),
            Upload = _uploads.Read(operation, response),
            Task = tasks.Read(operation, id, body, found, response),
        };
    }

    private static DocText DocOf(OperationNode operation, SpecDocument document) => DocTexts.FromProse(
        string.Join("\n\n", new[] { operation.Summary, operation.Description, Page(operation, document) }.Where(text => !string.IsNullOrWhiteSpace(text))),
        $"{operation.Method} {operation.Path}");

    /// <summary>A link to the page that describes the operation, or else its document.</summary>
    private static string? Page(OperationNode operation, SpecDocument document) =>
        (operation.Node["externalDocs"] ?? document.Root?["externalDocs"]) is { } page && page["url"]?.Text is { Length: > 0 } url
            ? $"[{page["description"]?.Text ?? "Documentation"}]({url})"
            : null;
}
