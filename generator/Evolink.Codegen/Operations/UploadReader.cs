using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Operations;

/// <summary>
/// Reads <c>x-evolink-upload</c>, by which an operation uploads files:
/// <c>{ file: file, name: file_name, folder: upload_path, url: /data/file_url, expires: /data/expires_at, maxBytes: 104857600 }</c>; with <c>source</c>
/// in place of <c>file</c> the server fetches the file from an address. What it names has to be there.
/// </summary>
internal sealed class UploadReader(SpecDiagnostics diagnostics)
{
    private const string Keyword = "x-evolink-upload";

    private const string Expected =
        "{ file or source, name, folder: members of the body; url, id, expires: JSON pointers into the response; maxBytes, lifetimeSeconds: whole numbers above 0 }, of which file or source and url are there";

    private static readonly string[] s_members = ["file", "source", "name", "folder"];
    private static readonly string[] s_pointers = ["url", "id", "expires"];
    private static readonly string[] s_numbers = ["maxBytes", "lifetimeSeconds"];

    /// <summary>How the operation uploads; null where nothing is said, or where it cannot be used.</summary>
    public UploadSpec? Read(OperationNode operation, ResponseSpec response)
    {
        if (operation.Node[Keyword] is not { } node)
        {
            return null;
        }

        if (FindProblem(operation, node, response) is { } problem)
        {
            diagnostics.InvalidExtension(problem.Node, Keyword, problem.Expected);
            return null;
        }

        return new UploadSpec((node["file"] ?? node["source"])!.Text, node["source"] is not null, node["url"]!.Text)
        {
            Name = node["name"]?.Text,
            Folder = node["folder"]?.Text,
            Id = node["id"]?.Text,
            Expires = node["expires"]?.Text,
            MaxBytes = Number(node["maxBytes"]),
            LifetimeSeconds = Number(node["lifetimeSeconds"]),
        };
    }

    private static ExtensionProblem? FindProblem(OperationNode operation, SpecNode node, ResponseSpec response)
    {
        if (ExtensionProblem.OfMembers(node, IsValid, Expected) is { } malformed)
        {
            return malformed;
        }

        if (node["file"] is null == node["source"] is null || node["url"] is null)
        {
            return new ExtensionProblem(node, Expected);
        }

        bool isFetched = node["source"] is not null;
        MediaKind kind = isFetched ? MediaKind.Json : MediaKind.Multipart;
        if (operation.Node["requestBody"] is not { } request
            || MediaContents.List(request).FirstOrDefault(content => content.Kind == kind)?.Node["schema"] is not { Kind: SpecNodeKind.Object } body)
        {
            return new ExtensionProblem(node, $"it on an operation with a {(isFetched ? "JSON" : "multipart/form-data")} body");
        }

        List<ObjectMember> properties = ObjectMembers.Collect(SchemaView.From(body)).ToList();
        foreach (SpecNode member in s_members.Select(name => node[name]).OfType<SpecNode>())
        {
            SchemaView? property = properties.FirstOrDefault(property => property.JsonName == member.Text)?.View;
            if (property is null || (SchemaKinds.Infer(property) & ~JsonKinds.Null) is not (JsonKinds.String or JsonKinds.None))
            {
                return new ExtensionProblem(member, "the name of a string of the body");
            }

            if (member == node["file"] && !FileSchemas.IsFile(property, null))
            {
                return new ExtensionProblem(member, "the name of a file of the body (format: binary)");
            }
        }

        if (response is not { Kind: ResponseKind.Json, HasChoice: false } || new ResponseContents(operation).JsonSchema is not { } answer)
        {
            return new ExtensionProblem(node, "it on an operation that is answered with JSON");
        }

        return s_pointers.Select(name => node[name]).OfType<SpecNode>()
            .Where(pointer => answer.Find(pointer.Text) is null)
            .Select(pointer => new ExtensionProblem(pointer, "a JSON pointer to a member of the response"))
            .FirstOrDefault();
    }

    private static bool IsValid(SpecMember member) =>
        s_members.Contains(member.Name) ? member.Value is { Kind: SpecNodeKind.String, Text.Length: > 0 }
        : s_pointers.Contains(member.Name) ? member.Value.Kind == SpecNodeKind.String && member.Value.Text.StartsWith("/", StringComparison.Ordinal)
        : s_numbers.Contains(member.Name) && member.Value.Kind == SpecNodeKind.Number && Number(member.Value) > 0;

    private static long? Number(SpecNode? node) =>
        node is not null && long.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
