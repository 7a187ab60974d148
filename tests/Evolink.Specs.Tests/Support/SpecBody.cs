using Evolink.Codegen.Parsing;
using Evolink.Simulation;

namespace Evolink.Tests.Support;

/// <summary>A JSON body that a spec describes: of a request, of an answer or of an error.</summary>
/// <param name="File">The spec.</param>
/// <param name="OperationId">Its operation.</param>
/// <param name="Status">The answer's status; empty for a request.</param>
/// <param name="Media">The node that holds <c>schema</c> and <c>examples</c>.</param>
internal sealed record SpecBody(SpecFile File, string OperationId, string Status, SpecNode Media)
{
    public static IReadOnlyList<SpecBody> All { get; } =
    [
        .. from file in SpecFiles.All
           from path in file.Root["paths"]?.Members ?? []
           from operation in path.Value.Members
           from body in Read(file, operation.Value)
           select body,
    ];

    public bool IsRequest => Status.Length == 0;

    public SpecNode Schema => SpecSchemas.Resolve(File.Root, Media["schema"])!;

    /// <summary>The named examples, or the only one, with what to call them in a test's name.</summary>
    public IEnumerable<(string Title, SpecNode Value)> Examples
    {
        get
        {
            string title = $"{File.FileName} {OperationId} {(IsRequest ? "request" : Status)}";
            if (Media["example"] is { } only) yield return (title, only);
            foreach (SpecMember named in Media["examples"]?.Members ?? [])
            {
                if (SpecSchemas.Resolve(File.Root, named.Value)?["value"] is { } value)
                    yield return ($"{title} {named.Name}", value);
            }
        }
    }

    private static IEnumerable<SpecBody> Read(SpecFile file, SpecNode operation)
    {
        if (operation["operationId"]?.Text is not { } id) yield break;

        if (Json(file, operation["requestBody"]) is { } request) yield return new(file, id, "", request);
        foreach (SpecMember response in operation["responses"]?.Members ?? [])
        {
            if (Json(file, response.Value) is { } answer)
                yield return new(file, id, response.Name, answer);
        }
    }

    private static SpecNode? Json(SpecFile file, SpecNode? holder) =>
        SpecSchemas.Resolve(file.Root, holder)?["content"]?["application/json"] is { } media && media.Has("schema") ? media : null;
}
