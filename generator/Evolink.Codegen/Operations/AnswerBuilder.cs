using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>How an answer is read, and as what.</summary>
internal sealed record AnswerSpec(AnswerKind Kind, TypeRef? Type, string Accept, TaskRole Role)
{
    public static readonly AnswerSpec Nothing = new(AnswerKind.Nothing, null, "application/json", TaskRole.None);
}

/// <summary>
/// Decides what an operation answers. Of several good answers the first by status that has a content counts: it is the usual
/// one, and what another has besides is kept among the members that are not known. Where another has no content, the value
/// may be null.
/// </summary>
internal sealed class AnswerBuilder(TypeBuilder responses)
{
    public AnswerSpec Build(OperationSource source, string operationId, BodySpec? body)
    {
        IReadOnlyList<SpecMember> all = source.Node["responses"]?.Members ?? [], good = Good(source);
        SpecNode? counts = good.Select(response => OperationNodes.Follow(response.Value)).FirstOrDefault(node => OperationNodes.Contents(node).Count > 0);
        bool isEmptyToo = good.Any(response => OperationNodes.Contents(response.Value).Count == 0);
        AnswerSpec answer = counts is null || source.Method == "HEAD" ? AnswerSpec.Nothing : Of(counts, isEmptyToo, source, operationId, body);
        BuildErrors(all.Where(response => !ReferenceEquals(OperationNodes.Follow(response.Value), counts)), operationId);
        return answer;
    }

    /// <summary>The answers with a 2xx status, by status; else the default.</summary>
    public static IReadOnlyList<SpecMember> Good(OperationSource source)
    {
        IReadOnlyList<SpecMember> all = source.Node["responses"]?.Members ?? [];
        List<SpecMember> good = all.Where(response => response.Name.StartsWith("2", StringComparison.Ordinal))
            .OrderBy(response => response.Name, StringComparer.Ordinal).ToList();
        return good.Count > 0 ? good : all.Where(response => response.Name == "default").ToList();
    }

    private AnswerSpec Of(SpecNode response, bool isEmptyToo, OperationSource source, string operationId, BodySpec? body)
    {
        (string mediaType, MediaKind kind, SpecNode media) = OperationNodes.Contents(response)[0];
        string accept = MediaTypes.ForAnswer(mediaType, kind);
        if (kind != MediaKind.Json)
        {
            return new AnswerSpec(kind is MediaKind.Text or MediaKind.Form ? AnswerKind.Text : AnswerKind.Stream, null, accept, TaskRole.None);
        }

        if (media["schema"] is not { Kind: SpecNodeKind.Object } schema)
        {
            return new AnswerSpec(AnswerKind.Json, new TypeRef(TypeKind.Json, IsNullable: isEmptyToo), accept, TaskRole.None);
        }

        SchemaView view = SchemaView.Of(schema);
        TaskRole role = TaskShape.RoleOf(source.Method, source.Path, body is { Kind: MediaKind.Json, Type.Kind: TypeKind.Model }, view);
        if (role != TaskRole.None)
        {
            responses.TaskSchemas.Add(view.Identity);
        }

        TypeRef type = responses.TypeOf(view, TypeHint.ForBody(Words.Identifier(operationId, "Operation") + "Response", view.Identity));
        return new AnswerSpec(AnswerKind.Json, type.Nullable(type.IsNullable || isEmptyToo), accept, role);
    }

    /// <summary>Errors are typed too: whoever reads an exception's body has a type for it.</summary>
    private void BuildErrors(IEnumerable<SpecMember> others, string operationId)
    {
        foreach (SpecMember other in others)
        {
            if (OperationNodes.JsonSchema(other.Value) is { Kind: SpecNodeKind.Object } schema)
            {
                SchemaView view = SchemaView.Of(schema);
                string name = Words.Identifier(operationId, "Operation") + Words.Identifier(other.Name, "").TrimStart('_') + "Response";
                responses.TypeOf(view, TypeHint.ForBody(name, view.Identity));
            }
        }
    }
}
