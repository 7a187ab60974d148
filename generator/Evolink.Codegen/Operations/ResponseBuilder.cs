using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Naming;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.TaskFamilies;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>
/// Decides what the response of an operation is read as. Of several successful responses the first by status that has content counts: it is the
/// usual one, and members that only another has are kept as additional properties. Where another has no content, the value may be null.
/// </summary>
internal sealed class ResponseBuilder(TypeBuilder responses, TaskFacts tasks)
{
    public ResponseSpec Build(OperationNode operation, string operationId, BodySpec? body)
    {
        IReadOnlyList<SpecMember> all = operation.Node["responses"]?.Members ?? [], good = Successful(operation);
        SpecNode? counts = good.Select(member => SpecReference.Follow(member.Value)).FirstOrDefault(node => MediaContents.List(node).Count > 0);
        bool isEmptyToo = good.Any(member => MediaContents.List(member.Value).Count == 0);
        ResponseSpec response = counts is null || operation.Method == "HEAD" ? ResponseSpec.Nothing : Read(counts, isEmptyToo, operation, operationId, body);
        BuildErrors(all.Where(other => !ReferenceEquals(SpecReference.Follow(other.Value), counts)), operationId);
        return response;
    }

    /// <summary>The responses with a 2xx status, by status; else the default.</summary>
    public static IReadOnlyList<SpecMember> Successful(OperationNode operation)
    {
        IReadOnlyList<SpecMember> all = operation.Node["responses"]?.Members ?? [];
        List<SpecMember> good = all.Where(response => response.Name.StartsWith("2", StringComparison.Ordinal))
            .OrderBy(response => response.Name, StringComparer.Ordinal).ToList();
        return good.Count > 0 ? good : all.Where(response => response.Name == "default").ToList();
    }

    private ResponseSpec Read(SpecNode response, bool isEmptyToo, OperationNode operation, string operationId, BodySpec? body)
    {
        (string mediaType, MediaKind kind, SpecNode media) = MediaContents.List(response)[0];
        string accept = MediaTypes.ForAccept(mediaType, kind);
        if (kind != MediaKind.Json)
        {
            return new ResponseSpec(kind is MediaKind.Text or MediaKind.Form ? ResponseKind.Text : ResponseKind.Stream, null, accept);
        }

        if (media["schema"] is not { Kind: SpecNodeKind.Object } schema)
        {
            return new ResponseSpec(ResponseKind.Json, new TypeRef(TypeKind.Json, IsNullable: isEmptyToo), accept);
        }

        SchemaView view = SchemaView.From(schema);
        EquatableArray<MemberFact> members = tasks.Members(view);
        if (HasKnownStatus(operation, body, members))
        {
            responses.TaskSchemas.Add(view.Identity);
        }

        TypeRef type = responses.TypeOf(view, TypeHint.ForBody(Words.Identifier(operationId, "Operation") + "Response", view.Identity));
        return new ResponseSpec(ResponseKind.Json, type.Nullable(type.IsNullable || isEmptyToo), accept) { Members = members };
    }

    /// <summary>Whether the status of a task has the runtime's own type. One of an API's own words has an enum of them.</summary>
    private static bool HasKnownStatus(OperationNode operation, BodySpec? body, EquatableArray<MemberFact> members) =>
        ((operation.Method == "GET" && operation.Target.EndsWith("}", StringComparison.Ordinal)) || (operation.Method == "POST" && body is { Kind: MediaKind.Json, Type.Kind: TypeKind.Model }))
        && TaskShape.Find(members) is { IsPlain: true } task && task.Words.All(word => StatusWords.All.Contains(word.ToLowerInvariant()));

    /// <summary>Errors are typed too, so that the body of an exception can be read.</summary>
    private void BuildErrors(IEnumerable<SpecMember> others, string operationId)
    {
        foreach (SpecMember other in others)
        {
            if (MediaContents.JsonSchema(other.Value) is { Kind: SpecNodeKind.Object } schema)
            {
                SchemaView view = SchemaView.From(schema);
                string name = Words.Identifier(operationId, "Operation") + Words.Identifier(other.Name, "").TrimStart('_') + "Response";
                responses.TypeOf(view, TypeHint.ForBody(name, view.Identity));
            }
        }
    }
}
