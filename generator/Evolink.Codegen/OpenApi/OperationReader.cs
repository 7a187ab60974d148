using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>Reads the operations of a document, in the order of the file.</summary>
internal static class OperationReader
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public static IEnumerable<OperationNode> Read(SpecDocument document)
    {
        if (document is not { IsReadable: true, Root: { } root })
        {
            yield break;
        }

        bool hasAnyMethod = DocumentKind.IsVersion32(root);
        foreach (SpecMember path in root["paths"]?.Members ?? [])
        {
            // Microsoft.OpenApi reports a path without its slash; it is left out.
            if (!path.Name.StartsWith("/", StringComparison.Ordinal) || document.Resolve(path.Value) is not { } pathItem)
            {
                continue;
            }

            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (SpecMember member in MethodsOf(pathItem, hasAnyMethod).Where(member => seen.Add(member.Name)))
            {
                yield return new OperationNode(document, path.Name, member.Name.ToUpperInvariant(), pathItem, member.Value);
            }
        }
    }

    /// <summary>OpenAPI 3.2 adds QUERY, and methods of any name in a map of their own.</summary>
    public static IEnumerable<SpecMember> MethodsOf(SpecNode pathItem, bool hasAnyMethod)
    {
        IEnumerable<SpecMember> known = pathItem.Members.Where(member => s_methods.Contains(member.Name) || (hasAnyMethod && member.Name == "query"));
        return hasAnyMethod ? known.Concat((pathItem["additionalOperations"]?.Members ?? []).Where(member => IsMethod(member.Name))) : known;
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
