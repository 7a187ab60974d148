using System.Collections.Generic;

namespace Evolink.Codegen.Emitting;

/// <summary>What the rules of one type compare with, made once: patterns and JSON values become static fields.</summary>
internal sealed class RuleConstants
{
    private readonly List<string> patterns = [];
    private readonly List<string> values = [];

    /// <summary>The field that holds the pattern.</summary>
    public string Pattern(string pattern) => "s_pattern" + Number(patterns, pattern);

    /// <summary>The field that holds the JSON.</summary>
    public string Json(string json) => "s_values" + Number(values, json);

    public void Write(CodeWriter code)
    {
        foreach (string pattern in patterns)
        {
            code.Blank();
            code.Write($"private static readonly global::System.Text.RegularExpressions.Regex {Pattern(pattern)} =\n"
                + $"    {TypeNames.Runtime}EcmaPattern.Create({CSharp.Quote(pattern)});");
        }

        foreach (string json in values)
        {
            code.Blank();
            code.Write($"private static readonly {TypeNames.Json}JsonElement {Json(json)} = {TypeNames.Runtime}JsonParts.Parse({CSharp.Quote(json)});");
        }
    }

    private static int Number(List<string> known, string text)
    {
        int index = known.IndexOf(text);
        if (index < 0)
        {
            index = known.Count;
            known.Add(text);
        }

        return index + 1;
    }
}
