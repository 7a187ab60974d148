using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>An operation as the document has it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Path">The path under which it stands.</param>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="PathItem">The object of the path, its reference followed.</param>
/// <param name="Node">The operation's own object.</param>
internal sealed record OperationNode(SpecDocument Document, string Path, string Method, SpecNode PathItem, SpecNode Node)
{
    // Microsoft.OpenApi reports any other location; such a parameter is left out.
    private static readonly string[] s_parameterLocations = ["path", "query", "querystring", "header", "cookie"];

    /// <summary>The path as it is sent. Some documents tell operations of one path apart by what they write behind a '#', which never reaches a server.</summary>
    public string Target => Path.Split('#')[0];

    public string? Id => Node["operationId"]?.Text;

    public string? Summary => Node["summary"]?.Text;

    public string? Description => Node["description"]?.Text;

    public bool IsDeprecated => Node["deprecated"]?.Text == "true";

    /// <summary>The first server of the nearest level that names any: operation, path, document.</summary>
    public string Server => Servers.Choose(Node, PathItem, Document.Root!);

    /// <summary>The parameters of the operation, then those of the path that it does not override. References are followed; one that leads nowhere is left out.</summary>
    public IEnumerable<SpecNode> Parameters()
    {
        var seen = new HashSet<(string? Name, string? Location)>();
        return new[] { Node, PathItem }
            .SelectMany(holder => holder["parameters"]?.Items ?? [])
            .Select(Document.Resolve).OfType<SpecNode>()
            .Where(parameter => parameter["in"] is not { } location || s_parameterLocations.Contains(location.Text))
            .Where(parameter => seen.Add((parameter["name"]?.Text, parameter["in"]?.Text)));
    }
}
