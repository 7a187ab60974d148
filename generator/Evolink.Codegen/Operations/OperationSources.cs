using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Microsoft.OpenApi;

namespace Evolink.Codegen.Operations;

/// <summary>The operations of a document, in the order of the file.</summary>
internal static class OperationSources
{
    private const string Additional = "additionalOperations";

    public static IEnumerable<OperationSource> Of(SpecDocument document)
    {
        if (document is not { Root: { } root, OpenApi: { } openApi })
        {
            yield break;
        }

        foreach (KeyValuePair<string, IOpenApiPathItem> path in openApi.Paths ?? [])
        {
            if (OperationNodes.Follow(root["paths"]?[path.Key]) is not { } pathNode)
            {
                continue;
            }

            // OpenAPI 3.2 has methods of any name in a map of their own.
            foreach (SpecMember member in pathNode.Members.Concat(pathNode[Additional]?.Members ?? []))
            {
                OpenApiOperation? operation = (path.Value.Operations ?? [])
                    .FirstOrDefault(item => item.Key.Method.Equals(member.Name, StringComparison.OrdinalIgnoreCase)).Value;
                if (operation is not null && IsMethod(member.Name))
                {
                    yield return new OperationSource(path.Key, member.Name.ToUpperInvariant(), path.Value, operation, pathNode, member.Value);
                }
            }
        }
    }

    private static bool IsMethod(string name)
    {
        try
        {
            return !new HttpMethod(name).Method.Equals("CONNECT", StringComparison.OrdinalIgnoreCase);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
