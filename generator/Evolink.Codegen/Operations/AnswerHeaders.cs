using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Operations;

/// <summary>The headers that an operation's good answers are said to have, for whoever asks for the whole answer.</summary>
internal static class AnswerHeaders
{
    /// <summary>One line a header: its name and what is said of it. Empty where there is none.</summary>
    public static string Of(OperationSource source)
    {
        List<string> headers = AnswerBuilder.Good(source)
            .SelectMany(response => OperationNodes.Follow(response.Value)?["headers"]?.Members ?? [])
            .GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
            .Select(same => Line(same.First()))
            .ToList();
        return headers.Count == 0 ? "" : "The headers of the answer:\n" + string.Join("\n", headers);
    }

    private static string Line(SpecMember header)
    {
        string description = (OperationNodes.Follow(header.Value)?["description"]?.Text ?? "").Trim();
        int end = description.IndexOfAny(['\n', '\r']);
        string first = end < 0 ? description : description.Substring(0, end);
        return $"- `{header.Name}`{(first.Length == 0 ? "" : ": " + first)}";
    }
}
