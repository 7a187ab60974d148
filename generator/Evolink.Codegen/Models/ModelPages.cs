using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.TaskFamilies;

namespace Evolink.Codegen.Models;

/// <summary>Reads the pages of a document: one for each operation that creates tasks, as far as the document alone can tell.</summary>
internal static class ModelPages
{
    private static readonly char[] s_blanks = ['\r', '\n', '\t', ' '];

    public static IEnumerable<ModelPage> Read(SpecDocument document, IEnumerable<OperationSpec> operations)
    {
        Dictionary<string, OperationNode>? nodes = null;
        foreach (OperationSpec operation in operations.Where(operation => operation.Task is { } task && TaskPairing.Creates(task)))
        {
            nodes ??= OperationReader.Read(document).ToDictionary(node => node.Node.Pointer);
            SpecNode? body = SpecReference.Follow(nodes[operation.Pointer].Node["requestBody"]);
            if (MediaContents.JsonSchema(body) is { } schema)
            {
                yield return new ModelPage(
                    operation.Body!.Type.Id,
                    operation.Path,
                    KindOf(operation.Path),
                    Line(nodes[operation.Pointer].Summary ?? Info(document, "title")),
                    Line(Info(document, "description") ?? nodes[operation.Pointer].Description),
                    (nodes[operation.Pointer].Node["externalDocs"] ?? document.Root!["externalDocs"])?["url"]?.Text ?? "",
                    JsonSchemaText.Write(schema),
                    ExampleOf(body!, schema) is { } example ? JsonSchemaText.WriteValue(example) : "");
            }
        }
    }

    /// <summary>A path says in its words what it makes: <c>/v1/videos/generations</c>.</summary>
    private static MediaProduct KindOf(string path) => path.Split('/', '-', '_').Select(word => word.ToUpperInvariant() switch
    {
        "VIDEO" or "VIDEOS" => MediaProduct.Video,
        "IMAGE" or "IMAGES" => MediaProduct.Image,
        "AUDIO" or "AUDIOS" or "SPEECH" or "MUSIC" => MediaProduct.Audio,
        _ => MediaProduct.Other,
    }).FirstOrDefault(kind => kind != MediaProduct.Other);

    private static string? Info(SpecDocument document, string member) => document.Root?["info"]?[member]?.Text;

    private static string Line(string? text) => string.Join(" ", (text ?? "").Split(s_blanks, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The first example of the content, else that of the schema.</summary>
    private static SpecNode? ExampleOf(SpecNode body, SpecNode schema)
    {
        SpecNode? content = MediaContents.List(body).FirstOrDefault(media => media.Kind == MediaKind.Json)?.Node;
        SpecNode? named = content?["examples"]?.Members.Select(example => SpecReference.Follow(example.Value)?["value"]).FirstOrDefault(value => value is not null);
        return (content?["example"] ?? named ?? SpecReference.Follow(schema)?["example"]) is { Kind: SpecNodeKind.Object } found ? found : null;
    }
}
