using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Naming;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>Decides in which media types a request's body can be sent, and which type it has in C# in each.</summary>
/// <param name="prefix">The name of a document about one request; empty where it has several.</param>
/// <param name="requests">The types of the document's requests.</param>
/// <param name="diagnostics">What is left out.</param>
internal sealed class BodyBuilder(string prefix, TypeBuilder requests, SpecDiagnostics diagnostics)
{
    private readonly HashSet<SpecNode> _withFiles = [];
    private readonly HashSet<SpecNode> _withoutFiles = [];

    /// <summary>The schemas of the bodies that are not generated types, by the pointer of their operation and the place of the body in it.</summary>
    public Dictionary<(string Operation, int Body), SchemaView> PlainSchemas { get; } = [];

    /// <summary>The ways in which the body can be given, the preferred first; none where there is no body. Null where there is one that is not supported.</summary>
    public IReadOnlyList<BodySpec>? Build(OperationNode operation, string operationId)
    {
        if (operation.Node["requestBody"] is not { } node || SpecReference.Follow(node) is not { Kind: SpecNodeKind.Object } requestBody)
        {
            return [];
        }

        if (operation.Method == "TRACE")
        {
            diagnostics.Unsupported(node, "a TRACE request with a body", "it is sent without one");
            return [];
        }

        IReadOnlyList<MediaContent> contents = MediaContents.List(requestBody);
        if (operation.Method is "GET" or "HEAD" && requestBody["required"]?.Text != "true" && (contents.Count == 0 || IsEmpty(contents[0].Kind, contents[0].Node)))
        {
            // A body without a member, as some documents give it to every operation: there is nothing to send.
            return [];
        }

        if (contents.All(content => content.Kind == MediaKind.OtherMultipart))
        {
            diagnostics.Unsupported(node, "a request body of no or of this media type", $"the operation '{operationId}' is left out");
            return null;
        }

        string name = prefix.Length > 0 ? prefix : Words.Identifier(operationId, "Operation");
        bool isRequired = requestBody["required"]?.Text == "true";
        var found = new List<(BodySpec Body, List<string> MediaTypes)>();
        foreach (MediaContent content in contents)
        {
            MediaKind kind = content.Kind == MediaKind.EventStream ? MediaKind.Text : content.Kind;
            TypeRef? type = kind == MediaKind.OtherMultipart ? null : TypeOf(kind, content.Node, name + Suffix(found, content) + "Request").Nullable(false);
            if (type is null || (kind is MediaKind.Form or MediaKind.Multipart && type.Kind is not (TypeKind.Model or TypeKind.Value or TypeKind.Map)))
            {
                string what = type is null ? $"the media type '{content.MediaType}' of a request body" : "a form that is no object";
                diagnostics.Unsupported(content.Node, what, contents.Count > 1 ? "the body cannot be sent so" : $"the operation '{operationId}' is left out");
                continue;
            }

            if (kind == MediaKind.Json && IsPatch(operation.Method, content.MediaType))
            {
                requests.PatchBodies.Add(type);
            }

            if (found.Find(other => other.Body.Kind == kind && other.Body.Type == type) is { Body: not null } same)
            {
                same.MediaTypes.Add(content.MediaType);
                continue;
            }

            if (type.Kind is not (TypeKind.Model or TypeKind.Value) && content.Node["schema"] is { Kind: SpecNodeKind.Object } schema
                && (kind == MediaKind.Json || (kind == MediaKind.Text && IsOfTexts(SchemaView.From(schema)))))
            {
                PlainSchemas[(operation.Node.Pointer, found.Count)] = SchemaView.From(schema);
            }

            // Of several ways one can be left out, or the compiler could not tell which way it is that nothing goes.
            var body = new BodySpec(
                kind, type, "", isRequired || found.Count > 0, kind is MediaKind.Form or MediaKind.Multipart ? Fields(kind, content.Node) : []);
            found.Add((body, [content.MediaType]));
        }

        return found.Count == 0 ? null : found.Select(way => WithMediaTypes(way.Body, way.MediaTypes)).ToList();
    }

    /// <summary>Whether a schema speaks of the text of a body, and not of what the text stands for: an object as XML or YAML, a number.</summary>
    private static bool IsOfTexts(SchemaView view) => (SchemaKinds.Infer(view) & ~JsonKinds.Null) is JsonKinds.String or JsonKinds.None;

    /// <summary>The first body is the operation's request; any other says in which way it is another.</summary>
    private static string Suffix(IReadOnlyCollection<(BodySpec Body, List<string> MediaTypes)> before, MediaContent content) =>
        before.Count == 0 ? ""
        : content.Kind != MediaKind.Json ? content.Kind.ToString()
        : MediaTypes.NameOf(content.MediaType);

    /// <summary>One media type is sent as it is; of several the caller says which, unless a general one among them holds all.</summary>
    private static BodySpec WithMediaTypes(BodySpec body, IReadOnlyList<string> mediaTypes)
    {
        List<string> offered = mediaTypes.ToList();
        if (body.Kind == MediaKind.Json && offered.Count > 1)
        {
            // "text/json" and "application/*+json" beside "application/json" are the same JSON once more.
            // With parameters it may be another form of it, unless the same is offered without any.
            string? bare = offered.Find(mediaType => MediaTypes.AreOneType(mediaType, offered[0]) && MediaTypes.Parameters(mediaType).Length == 0);
            string first = bare ?? offered[0];
            offered = [first, .. offered.Where(mediaType => mediaType != first && (!MediaTypes.IsMereJson(mediaType) || (bare is null && MediaTypes.Parameters(mediaType).Length > 0)))];
        }

        string general = MediaTypes.General(body.Kind);
        List<string> single = offered.Select(MediaTypes.ForBody).OfType<string>().Distinct().ToList();
        bool isGeneral = body.Kind is MediaKind.Form or MediaKind.Multipart || offered.Any(MediaTypes.IsAny) || single.Contains(general);
        if (offered.Count == 1 && single.Count == 1)
        {
            return body with { MediaType = single[0] };
        }

        return body.Kind switch
        {
            MediaKind.Form or MediaKind.Multipart => body with { MediaType = single.FirstOrDefault() ?? general },
            MediaKind.Json => body with { MediaType = single.FirstOrDefault() ?? general, Choices = single.Count > 1 ? offered.ToEquatableArray() : [] },
            _ => body with { MediaType = isGeneral ? general : "", IsRequired = true, Choices = offered.ToEquatableArray() },
        };
    }

    /// <summary>Whether a body is an object of which nothing is said.</summary>
    private static bool IsEmpty(MediaKind kind, SpecNode media)
    {
        if (kind is not (MediaKind.Json or MediaKind.Form) || media["schema"] is not { Kind: SpecNodeKind.Object } schema)
        {
            return kind is MediaKind.Json or MediaKind.Form;
        }

        SchemaView view = SchemaView.From(schema);
        return SchemaKinds.Infer(view) is JsonKinds.None or JsonKinds.Object && !ObjectMembers.Any(view) && !view.Variants().Any()
            && view.First("patternProperties") is null && view.First("additionalProperties") is null or { Kind: SpecNodeKind.Boolean } or { Members.Count: 0 };
    }

    /// <summary>Whether the body changes what is there. A JSON Patch is a list of changes, in which a null is a value.</summary>
    private static bool IsPatch(string method, string mediaType) =>
        mediaType.IndexOf("merge-patch", StringComparison.OrdinalIgnoreCase) >= 0
        || (method == "PATCH" && mediaType.IndexOf("json-patch", StringComparison.OrdinalIgnoreCase) < 0);

    private TypeRef TypeOf(MediaKind kind, SpecNode media, string name)
    {
        if (kind is MediaKind.Text or MediaKind.Binary)
        {
            return new TypeRef(kind == MediaKind.Text ? TypeKind.String : TypeKind.Stream);
        }

        if (media["schema"] is not { Kind: SpecNodeKind.Object } schema)
        {
            return new TypeRef(TypeKind.Json);
        }

        SchemaView view = SchemaView.From(schema);
        if (kind == MediaKind.Multipart ? MarkFiles(view, media["encoding"], []) && _withFiles.Add(view.Identity) : _withoutFiles.Add(view.Identity))
        {
            ReportBoth(view);
        }

        return requests.TypeOf(view, TypeHint.ForBody(name, view.Identity));
    }

    /// <summary>One schema is one type, and the files of a form cannot be written as JSON.</summary>
    private void ReportBoth(SchemaView body)
    {
        if (_withFiles.Contains(body.Identity) && _withoutFiles.Contains(body.Identity))
        {
            diagnostics.Unsupported(body.Origin, "a schema that one body sends as a form with files and another does not", "where it is no such form, its files are left out");
        }
    }

    /// <summary>Only in a multipart body is a string of bytes a file. Whether the body has any.</summary>
    /// <param name="body">The schema of the body, or of one of the kinds of objects that it may be.</param>
    /// <param name="encoding">What the body says of its fields.</param>
    /// <param name="visited">The schemas that were looked into: a choice may be among its own choices.</param>
    private bool MarkFiles(SchemaView body, SpecNode? encoding, HashSet<SpecNode> visited)
    {
        if (!visited.Add(body.Identity))
        {
            return false;
        }

        bool any = false;
        foreach ((string jsonName, SchemaView? property, _) in ObjectMembers.Collect(body))
        {
            if (property is not null && FileSchemas.TypeOf(property, encoding?[jsonName]?["contentType"]?.Text) is { } file)
            {
                requests.Files[property.Origin] = file;
                any = true;
            }
        }

        foreach (SpecNode others in PropertySchemas.Patterns(body).Select(pattern => pattern.Value).Concat(body.All("additionalProperties"))
            .Where(others => others.Kind == SpecNodeKind.Object && FileSchemas.TypeOf(SchemaView.From(others), contentType: null) is not null))
        {
            diagnostics.Unsupported(others, "files under any name in a form", "they are sent as texts");
        }

        // An object of each kind is a type of its own, with members of its own.
        IEnumerable<SpecNode> derived = Discriminators.Read(body)?.DerivedTypes.Select(item => item.Schema) ?? [];
        foreach (SpecNode variant in body.Variants().Concat(derived).ToList())
        {
            any |= MarkFiles(SchemaView.From(variant), encoding, visited);
        }

        return any;
    }

    private EquatableArray<FieldSpec> Fields(MediaKind kind, SpecNode media)
    {
        var fields = new List<FieldSpec>();
        foreach (SpecMember member in media["encoding"]?.Members ?? [])
        {
            // The type of a part has a member of its own here, and OpenAPI ignores it among the headers.
            if (kind == MediaKind.Multipart && member.Value["headers"] is { } headers && headers.Members.Any(header => !header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
            {
                diagnostics.Unsupported(headers, $"headers of the part '{member.Name}' of a form", "it is sent without them");
            }

            ParameterForm? form = member.Value["style"] is null && member.Value["explode"] is null && member.Value["allowReserved"] is null
                ? null
                : ParameterForms.Read(ParameterLocation.Query, member.Value, diagnostics);
            if (form is not null || member.Value["contentType"] is not null)
            {
                fields.Add(new FieldSpec(member.Name, form, MediaTypes.ForField(member.Value["contentType"]?.Text)));
            }
        }

        return fields.ToEquatableArray();
    }
}
