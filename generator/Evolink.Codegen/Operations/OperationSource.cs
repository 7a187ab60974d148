using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Microsoft.OpenApi;

namespace Evolink.Codegen.Operations;

/// <summary>An operation as the object model has it, with the nodes that it stands on.</summary>
internal sealed record OperationSource(
    string Path, string Method, IOpenApiPathItem PathItem, OpenApiOperation Operation, SpecNode PathNode, SpecNode Node)
{
    /// <summary>The path as it is sent: what some documents write behind a '#', to tell operations of one path apart, never reaches a server.</summary>
    public string Target => Path.Split('#')[0];

    /// <summary>The parameters of the operation, then those of the path that it does not override.</summary>
    public IEnumerable<(IOpenApiParameter Parameter, SpecNode Node)> Parameters()
    {
        var seen = new HashSet<(string?, Microsoft.OpenApi.ParameterLocation?)>();
        foreach ((IOpenApiParameter parameter, SpecNode node) in Pairs(Operation.Parameters, Node).Concat(Pairs(PathItem.Parameters, PathNode)))
        {
            if (seen.Add((parameter.Name, parameter.In)))
            {
                yield return (parameter, node);
            }
        }
    }

    private static IEnumerable<(IOpenApiParameter Parameter, SpecNode Node)> Pairs(IList<IOpenApiParameter>? parameters, SpecNode holder)
    {
        List<SpecNode> nodes = (holder["parameters"]?.Items ?? []).Select(OperationNodes.Follow).OfType<SpecNode>().ToList();
        foreach (IOpenApiParameter parameter in parameters ?? [])
        {
            // Matched by name: the reader may have left out an entry that it could not read.
            if (nodes.FirstOrDefault(node => node["name"]?.Text == parameter.Name
                && node["in"]?.Text == parameter.In?.ToString().ToLowerInvariant()) is { } match)
            {
                yield return (parameter, match);
            }
        }
    }
}
