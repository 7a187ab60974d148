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

/// <summary>Decides in which media type a request's body is sent, and which type it has in C#.</summary>
/// <param name="prefix">The name of a document about one request; empty where it has several.</param>
/// <param name="requests">The types of the document's requests.</param>
/// <param name="diagnostics">What is left out.</param>
internal sealed class BodyBuilder(string prefix, TypeBuilder requests, SpecDiagnostics diagnostics)
{
    private readonly HashSet<SpecNode> withFiles = [];
    private readonly HashSet<SpecNode> withoutFiles = [];

    /// <summary>The schemas of the bodies that are not generated types, by the pointer of their operation.</summary>
    public Dictionary<string, SchemaView> PlainSchemas { get; } = [];

    /// <summary>The body; null where there is none. False where there is one that is not supported.</summary>
    public bool TryBuild(OperationNode operation, string operationId, out BodySpec? body)
    {
        body = null;
        if (operation.Node["requestBody"] is not { } node || SpecReference.Follow(node) is not { Kind: SpecNodeKind.Object } requestBody)
        {
            return true;
        }

        if (operation.Method == "TRACE")
        {
            diagnostics.Unsupported(node, "a TRACE request with a body", "it is sent without one");
            return true;
        }

        IReadOnlyList<(string MediaType, MediaKind Kind, SpecNode Node)> contents = MediaContents.List(requestBody);
        if (operation.Method is "GET" or "HEAD" && requestBody["required"]?.Text != "true" && (contents.Count == 0 || IsEmpty(contents[0].Kind, contents[0].Node)))
        {
            // A body without a member, as some documents give it to every operation: there is nothing to send.
            return true;
        }

        if (contents.Count == 0 || contents[0].Kind == MediaKind.OtherMultipart)
        {
            diagnostics.Unsupported(node, "a request body of no or of this media type", $"the operation '{operationId}' is left out");
            return false;
        }

        (string mediaType, MediaKind kind, SpecNode media) = contents[0];
        string name = (prefix.Length > 0 ? prefix : Words.Identifier(operationId, "Operation")) + "Request";
        TypeRef type = TypeOf(kind, media, name);
        if (kind is MediaKind.Form or MediaKind.Multipart && type.Kind is not (TypeKind.Model or TypeKind.Value or TypeKind.Map))
        {
            diagnostics.Unsupported(media, "a form that is no object", $"the operation '{operationId}' is left out");
            return false;
        }

        bool isRequired = requestBody["required"]?.Text == "true";
        if (kind == MediaKind.Json && media["schema"] is { Kind: SpecNodeKind.Object } patch && IsPatch(operation.Method, mediaType))
        {
            requests.PatchSchemas.Add(SchemaView.From(patch).Identity);
        }

        if (kind is MediaKind.Json or MediaKind.Text && type.Kind is not (TypeKind.Model or TypeKind.Value) && media["schema"] is { Kind: SpecNodeKind.Object } schema)
        {
            PlainSchemas[operation.Node.Pointer] = SchemaView.From(schema);
        }

        body = new BodySpec(
            kind, type.Nullable(false), MediaTypes.ForBody(mediaType, kind), isRequired,
            kind is MediaKind.Form or MediaKind.Multipart ? Fields(media) : []);
        return true;
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
        if (kind == MediaKind.Multipart ? MarkFiles(view, media["encoding"]) && withFiles.Add(view.Identity) : withoutFiles.Add(view.Identity))
        {
            ReportBoth(view);
        }

        return requests.TypeOf(view, TypeHint.ForBody(name, view.Identity));
    }

    /// <summary>One schema is one type, and the files of a form cannot be written as JSON.</summary>
    private void ReportBoth(SchemaView body)
    {
        if (withFiles.Contains(body.Identity) && withoutFiles.Contains(body.Identity))
        {
            diagnostics.Unsupported(body.Origin, "a schema that one body sends as a form with files and another does not", "where it is no such form, its files are left out");
        }
    }

    /// <summary>Only in a multipart body is a string of bytes a file. Whether the body has any.</summary>
    private bool MarkFiles(SchemaView body, SpecNode? encoding)
    {
        bool any = false;
        foreach ((string jsonName, SchemaView? property, _) in ObjectMembers.Collect(body))
        {
            if (property is not null && FileSchemas.TypeOf(property, encoding?[jsonName]?["contentType"]?.Text) is { } file)
            {
                requests.Files[property.Origin] = file;
                any = true;
            }
        }

        return any;
    }

    private EquatableArray<FieldSpec> Fields(SpecNode media)
    {
        var fields = new List<FieldSpec>();
        foreach (SpecMember member in media["encoding"]?.Members ?? [])
        {
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
