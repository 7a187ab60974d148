using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Modeling.Naming;
using Evolink.Codegen.Modeling.Schemas;
using Evolink.Codegen.Modeling.Types;
using Evolink.Codegen.Reading;
using Microsoft.OpenApi;

namespace Evolink.Codegen.Modeling.Operations;

/// <summary>Reads the operations of one document and asks for the types of their bodies, answers and parameters.</summary>
internal sealed class OperationBuilder(
    SpecDocument document,
    string specName,
    TypeBuilder requests,
    TypeBuilder responses,
    ModelingDiagnostics diagnostics)
{
    public IEnumerable<OperationSpec> Build(CancellationToken cancellationToken)
    {
        List<OperationSource> sources = Sources().ToList();
        int bodies = sources.Count(source => source.Node["requestBody"] is not null);
        foreach (OperationSource source in sources)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Operation(source, isOnlyBody: bodies == 1) is { } operation)
            {
                yield return operation;
            }
        }
    }

    private OperationSpec? Operation(OperationSource source, bool isOnlyBody)
    {
        string id = source.Operation.OperationId is { Length: > 0 } given ? given : OperationNames.FromPath(source.Method, source.Path);
        if (!TryBody(source, id, isOnlyBody, out TypeRef? body) || !TryResponse(source, id, body, out TypeRef? response, out TaskRole role)
            || Parameters(source, id) is not { } parameters)
        {
            return null;
        }

        DocText doc = DocTexts.Prose(
            string.Join("\n\n", new[] { source.Operation.Summary, source.Operation.Description }.Where(text => !string.IsNullOrWhiteSpace(text))),
            $"{source.Method} {source.Path}");
        return new OperationSpec
        {
            Id = id,
            Method = source.Method,
            Path = source.Path,
            Server = Servers.Of(source.Operation.Servers, source.PathItem.Servers, document.OpenApi!.Servers),
            Pointer = source.Node.Pointer,
            Doc = doc,
            IsDeprecated = source.Operation.Deprecated,
            Parameters = [.. parameters],
            Body = body,
            Response = response,
            Role = role,
        };
    }

    private bool TryBody(OperationSource source, string operationId, bool isOnlyBody, out TypeRef? body)
    {
        body = null;
        if (source.Node["requestBody"] is not { } requestBody)
        {
            return true;
        }

        if (OperationNodes.JsonSchema(requestBody) is not { } schema)
        {
            diagnostics.Unsupported(requestBody, "a request body that is not JSON", $"the operation '{operationId}' is left out");
            return false;
        }

        SchemaView view = SchemaView.Of(schema);
        string name = Words.Identifier(specName, "Spec") + (isOnlyBody ? "" : Words.Identifier(operationId, "Operation")) + "Request";
        body = requests.TypeOf(view, TypeHint.ForBody(name, view.Identity));
        if (body.Kind is not (TypeKind.Model or TypeKind.Value))
        {
            diagnostics.Unsupported(schema, "a request body that is neither an object with properties nor a union", $"the operation '{operationId}' is left out");
            return false;
        }

        return true;
    }

    private bool TryResponse(OperationSource source, string operationId, TypeRef? body, out TypeRef? response, out TaskRole role)
    {
        response = null;
        role = TaskRole.None;
        SpecNode? success = OperationNodes.Follow(OperationNodes.Success(source.Node));
        if (OperationNodes.JsonSchema(success) is { } schema)
        {
            SchemaView view = SchemaView.Of(schema);
            role = TaskShape.RoleOf(source.Method, source.Path, body is { Kind: TypeKind.Model }, view);
            if (role != TaskRole.None)
            {
                responses.TaskSchemas.Add(view.Identity);
            }

            response = responses.TypeOf(view, TypeHint.ForBody(Words.Identifier(operationId, "Operation") + "Response", view.Identity));
        }
        else if (success?["content"] is { Members.Count: > 0 } content)
        {
            diagnostics.Unsupported(content, "an answer that is not JSON", $"the operation '{operationId}' is left out");
            return false;
        }

        foreach (SpecMember other in source.Node["responses"]?.Members ?? [])
        {
            // Errors are typed too: whoever reads an exception's body has a type for it.
            if (!ReferenceEquals(OperationNodes.Follow(other.Value), success) && OperationNodes.JsonSchema(other.Value) is { } errorSchema)
            {
                SchemaView error = SchemaView.Of(errorSchema);
                string name = Words.Identifier(operationId, "Operation") + Words.Identifier(other.Name, "").TrimStart('_') + "Response";
                responses.TypeOf(error, TypeHint.ForBody(name, error.Identity));
            }
        }

        return true;
    }

    private List<ParameterSpec>? Parameters(OperationSource source, string operationId)
    {
        NameScope names = OperationNames.Parameters();
        var parameters = new List<ParameterSpec>();
        foreach ((IOpenApiParameter parameter, SpecNode node) in source.Parameters())
        {
            string jsonName = parameter.Name ?? "";
            SpecNode? schema = node["schema"] ?? OperationNodes.JsonSchema(node);
            string hint = Words.Identifier(operationId, "Operation") + Words.Identifier(jsonName, "Parameter").TrimStart('_');
            TypeRef type = schema is null ? new TypeRef(TypeKind.String)
                : responses.TypeOf(SchemaView.Of(schema), TypeHint.ForParameter(hint, jsonName));
            bool isRequired = parameter.Required || parameter.In == Microsoft.OpenApi.ParameterLocation.Path;
            bool isCookie = parameter.In == Microsoft.OpenApi.ParameterLocation.Cookie;
            if (isCookie || type.Kind is TypeKind.List or TypeKind.Map or TypeKind.Model or TypeKind.Json or TypeKind.Bytes)
            {
                diagnostics.Unsupported(node, isCookie ? $"the cookie '{jsonName}'" : $"the type of the parameter '{jsonName}'", isRequired ? $"the operation '{operationId}' is left out" : "the parameter is left out");
                if (isRequired)
                {
                    return null;
                }

                continue;
            }

            parameters.Add(new ParameterSpec(
                LocationOf(parameter), jsonName, names.Take(Words.Parameter(jsonName, "value")), type.Nullable(!isRequired), isRequired,
                DocTexts.Prose(parameter.Description ?? "", $"The '{jsonName}' parameter.")));
        }

        return parameters.OrderBy(parameter => !parameter.IsRequired).ToList();
    }

    private static ParameterLocation LocationOf(IOpenApiParameter parameter) => parameter.In switch
    {
        Microsoft.OpenApi.ParameterLocation.Path => ParameterLocation.Path,
        Microsoft.OpenApi.ParameterLocation.Header => ParameterLocation.Header,
        _ => ParameterLocation.Query,
    };

    private IEnumerable<OperationSource> Sources()
    {
        if (document is not { Root: { } root, OpenApi: { } openApi })
        {
            yield break;
        }

        foreach (KeyValuePair<string, IOpenApiPathItem> path in openApi.Paths ?? [])
        {
            if (OperationNodes.Follow(root["paths"]?[path.Key]) is not { } pathNode)
            {
                continue;
            }

            foreach (SpecMember member in pathNode.Members)
            {
                OpenApiOperation? operation = path.Value.Operations?
                    .FirstOrDefault(item => item.Key.Method.Equals(member.Name, StringComparison.OrdinalIgnoreCase)).Value;
                if (operation is not null)
                {
                    yield return new OperationSource(path.Key, member.Name.ToUpperInvariant(), path.Value, operation, pathNode, member.Value);
                }
            }
        }
    }
}
