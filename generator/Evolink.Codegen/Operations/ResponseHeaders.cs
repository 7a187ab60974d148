using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Operations;

/// <summary>The headers that an operation's successful responses are documented to have, for callers that ask for the whole response.</summary>
internal static class ResponseHeaders
{
    /// <summary>One line for each header, with its name and description. Empty where there is none.</summary>
    public static string Describe(OperationNode operation)
    {
        List<string> headers = ResponseContents.Successful(operation)
            .SelectMany(response => SpecReference.Follow(response.Value)?["headers"]?.Members ?? [])
            .GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
            .Select(same => Line(same.First()))
            .ToList();
        return headers.Count == 0 ? "" : "The headers of the answer:\n" + string.Join("\n", headers);
    }

    private static string Line(SpecMember header)
    {
        string description = (SpecReference.Follow(header.Value)?["description"]?.Text ?? "").Trim();
        int end = description.IndexOfAny(['\n', '\r']);
        string first = end < 0 ? description : description.Substring(0, end);
        return $"- `{header.Name}`{(first.Length == 0 ? "" : ": " + first)}";
    }
}
