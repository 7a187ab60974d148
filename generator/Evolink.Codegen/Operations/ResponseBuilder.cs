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
/// Decides what the response of an operation is read as. Of several JSON responses the first by status counts: it is the usual one, and members
/// that only another has are kept as additional properties. Where another has no content, the value may be null. Where JSON is one of several
/// kinds, what comes decides.
/// </summary>
internal sealed class ResponseBuilder(TypeBuilder responses, TaskFacts tasks)
{
    public ResponseSpec Build(OperationNode operation, string operationId, BodySpec? body)
    {
        var contents = new ResponseContents(operation);
        ResponseSpec response = operation.Method == "HEAD" ? ResponseSpec.Nothing : Read(contents, operation, operationId, body);
        BuildErrors((operation.Node["responses"]?.Members ?? []).Where(other => !IsResult(contents, other)), operationId);
        return response with { Statuses = contents.Statuses.ToEquatableArray() };
    }

    private static bool IsResult(ResponseContents contents, SpecMember response) =>
        contents.Json is { } json && MediaContents.List(response.Value).Any(content => ReferenceEquals(content.Node, json.Node));

    private ResponseSpec Read(ResponseContents contents, OperationNode operation, string operationId, BodySpec? body)
    {
        ResponseSpec first = ReadFirst(contents, operation, operationId, body);
        var others = new List<ResponseSpec>();
        if (contents.Events is { } events && first.Kind != ResponseKind.Events)
        {
            others.Add(ReadEvents(events, operationId));
        }

        others.AddRange(contents.OtherJson.Select(json => ReadOtherJson(json, operationId)).Where(other => first.Type is { } type && other.Type!.Nullable(type.IsNullable) != type));
        if (contents.OtherForms.Count > 0)
        {
            others.Add(ReadOther(contents.OtherForms));
        }

        return first with { Others = others.ToEquatableArray() };
    }

    private ResponseSpec ReadFirst(ResponseContents contents, OperationNode operation, string operationId, BodySpec? body)
    {
        if (contents.Json is { } json)
        {
            ResponseSpec read = ReadJson(json, contents.IsEmptyToo, operation, operationId, body);
            return contents.Others.Count == 0 && !contents.IsRedirect ? read : read with
            {
                Kind = ResponseKind.Content,
                Accept = Accept([json, .. contents.Others]),
                HasChoice = contents.Others.Count > 0,
            };
        }

        if (contents.Others.Count > 0)
        {
            return ReadOther(contents.Others, contents.IsRedirect);
        }

        return contents switch
        {
            { IsRedirect: true, Events: null } => new ResponseSpec(
                contents.IsEmptyToo ? ResponseKind.OptionalLocation : ResponseKind.Location, null, "*/*"),
            { Events: { } events } => ReadEvents(events, operationId),
            _ => ResponseSpec.Nothing,
        };
    }

    /// <summary>Texts are a text, bytes are a stream, and of both what comes decides.</summary>
    private static ResponseSpec ReadOther(IReadOnlyList<MediaContent> contents, bool isRedirect = false)
    {
        bool hasText = contents.Any(IsText), hasBytes = !contents.All(IsText);
        ResponseKind kind = isRedirect || (hasText && hasBytes) ? ResponseKind.Content : hasText ? ResponseKind.Text : ResponseKind.Stream;
        return new ResponseSpec(kind, null, Accept(contents)) { HasChoice = contents.Count > 1 || MediaTypes.IsRange(contents[0].MediaType) };
    }

    private static bool IsText(MediaContent content) => content.Kind is MediaKind.Text or MediaKind.Form;

    private ResponseSpec ReadEvents(MediaContent events, string operationId)
    {
        if (EventSchemas.DataOf(events.Node) is not { } schema)
        {
            return new ResponseSpec(ResponseKind.Events, null, "text/event-stream");
        }

        SchemaView view = SchemaView.From(schema);
        TypeRef type = responses.TypeOf(view, TypeHint.ForBody(Words.Identifier(operationId, "Operation") + "Event", view.Identity));
        return new ResponseSpec(ResponseKind.Events, type.Nullable(false), "text/event-stream") { Events = EventShapes.Find(schema, events.Node) };
    }

    private ResponseSpec ReadJson(MediaContent json, bool isEmptyToo, OperationNode operation, string operationId, BodySpec? body)
    {
        string accept = MediaTypes.ForAccept(json.MediaType, json.Kind);
        if (json.Node["schema"] is not { Kind: SpecNodeKind.Object } schema)
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

    /// <summary>JSON of another media type. What has the type of the first says nothing that the first does not.</summary>
    private ResponseSpec ReadOtherJson(MediaContent json, string operationId)
    {
        string name = MediaTypes.NameOf(json.MediaType);
        TypeRef type = json.Node["schema"] is { Kind: SpecNodeKind.Object } schema && SchemaView.From(schema) is var view
            ? responses.TypeOf(view, TypeHint.ForBody(Words.Identifier(operationId, "Operation") + name + "Response", view.Identity))
            : new TypeRef(TypeKind.Json);
        return new ResponseSpec(ResponseKind.Json, type, MediaTypes.ForAccept(json.MediaType, json.Kind)) { Name = name };
    }

    private static string Accept(IEnumerable<MediaContent> contents) => string.Join(
        ", ", contents.Select(content => MediaTypes.ForAccept(content.MediaType, content.Kind)).Distinct(StringComparer.Ordinal));

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
