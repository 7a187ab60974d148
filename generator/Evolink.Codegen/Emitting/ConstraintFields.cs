using System;
using System.Collections.Generic;
using System.Linq;

namespace Evolink.Codegen.Emitting;

/// <summary>What the rules of one type compare with, made once: patterns and JSON values become static fields.</summary>
internal sealed class ConstraintFields
{
    private readonly Dictionary<string, int> _patterns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _values = new(StringComparer.Ordinal);

    /// <summary>The field that holds the pattern.</summary>
    public string Pattern(string pattern) => "s_pattern" + Number(_patterns, pattern);

    /// <summary>The field that holds the JSON.</summary>
    public string Json(string json) => "s_values" + Number(_values, json);

    public void Write(CodeWriter code)
    {
        foreach (string pattern in Ordered(_patterns))
        {
            code.Blank();
            code.Write($"private static readonly global::System.Text.RegularExpressions.Regex {Pattern(pattern)} =\n"
                + $"    {TypeNames.Runtime}EcmaPattern.Create({CSharp.Quote(pattern)});");
        }

        foreach (string json in Ordered(_values))
        {
            code.Blank();
            code.Write($"private static readonly {TypeNames.Json}JsonElement {Json(json)} = {TypeNames.Runtime}JsonParts.Parse({CSharp.Quote(json)});");
        }
    }

    /// <summary>The number of a text, from 1 in the order in which they are first met.</summary>
    private static int Number(Dictionary<string, int> known, string text)
    {
        if (!known.TryGetValue(text, out int number))
        {
            known.Add(text, number = known.Count + 1);
        }

        return number;
    }

    private static IEnumerable<string> Ordered(Dictionary<string, int> known) => known.OrderBy(item => item.Value).Select(item => item.Key);
}
