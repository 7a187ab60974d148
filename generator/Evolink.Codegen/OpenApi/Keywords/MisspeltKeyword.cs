using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>
/// Recognises a keyword of schemas behind a name that is none: <c>minimun</c>, <c>maxItem</c>, <c>min_length</c>. JSON Schema ignores unknown names, so that the
/// limit would be lost without a word.
/// </summary>
internal static class MisspeltKeyword
{
    /// <summary>Each letter that differs has to be outweighed by this many that do not.</summary>
    private const int LettersForEachSlip = 5;
    private const int Shortest = 4;

    /// <summary>Names that are no keywords here, and no slips either.</summary>
    private static readonly HashSet<string> s_known = new(StringComparer.Ordinal)
    {
        "default", "const", "example", "id", "summary", "name", "dependencies", "additionalItems",
        "$vocabulary", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor",
    };

    /// <summary>Keywords whose loss no caller feels: prose, and what names a schema.</summary>
    private static readonly HashSet<string> s_harmless = new(StringComparer.Ordinal)
    {
        "title", "description", "$comment", "examples", "deprecated", "xml", "externalDocs", "definitions", "$defs", "$id", "$schema", "$anchor",
        "contentEncoding", "contentMediaType", "contentSchema",
    };

    private static readonly (string Plain, string Keyword, Keyword Value)[] s_targets =
    [
        .. SchemaKeywords.Schema.Where(entry => !s_harmless.Contains(entry.Key)).Select(entry => (Plain(entry.Key), entry.Key, entry.Value)),
        (Plain("const"), "const", new Keyword(ValueKind.Anything)),
        (Plain("default"), "default", new Keyword(ValueKind.Anything)),
        (Plain(SpecReference.Keyword), SpecReference.Keyword, Keyword.Text),
    ];

    /// <summary>The keyword that is meant by a name which is none; null where that is not plain.</summary>
    public static string? Find(string name, SpecNode value)
    {
        if (s_known.Contains(name) || name == SpecReference.Keyword || SchemaKeywords.Schema.ContainsKey(name) || name.StartsWith("x-", StringComparison.Ordinal))
        {
            return null;
        }

        string plain = Plain(name);
        return s_targets
            .Select(target => (target.Keyword, target.Value, Slips: plain == target.Plain ? 0 : Slips(plain, target.Plain)))
            .Where(target => target.Slips >= 0 && CanBe(value, target.Value.Kind))
            .OrderBy(target => target.Slips).ThenBy(target => target.Keyword, StringComparer.Ordinal)
            .Select(target => target.Keyword).FirstOrDefault();
    }

    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>How many letters are wrong, missing, too many or exchanged; -1 where they are more than a slip.</summary>
    private static int Slips(string name, string keyword)
    {
        int most = Math.Max(1, keyword.Length / LettersForEachSlip);
        if (keyword.Length < Shortest || Math.Abs(name.Length - keyword.Length) > most)
        {
            return -1;
        }

        int slips = EditDistance.Measure(name, keyword);
        return slips <= most ? slips : -1;
    }

    /// <summary>Whether the value is of a kind that the keyword takes, if not of the right one: an unknown name with another value is something of its own.</summary>
    private static bool CanBe(SpecNode value, ValueKind kind) => kind switch
    {
        ValueKind.Anything => true,
        ValueKind.List or ValueKind.Texts => value.Kind == SpecNodeKind.Array,
        ValueKind.Map or ValueKind.TextsByName => value.Kind == SpecNodeKind.Object,
        ValueKind.One => value.Kind is SpecNodeKind.Object or SpecNodeKind.Boolean,
        ValueKind.Type => value.Kind is SpecNodeKind.String or SpecNodeKind.Array,
        ValueKind.Flag => value.Kind == SpecNodeKind.Boolean,
        ValueKind.Text => value.Kind == SpecNodeKind.String,
        _ => value.Kind is SpecNodeKind.Number or SpecNodeKind.String or SpecNodeKind.Boolean,
    };
}
