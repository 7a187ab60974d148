using System.Globalization;
using System.Text;

namespace Evolink.Runtime.Tasks.Downloads;

/// <summary>A template of the caller's for the names of results: text, and placeholders in braces.</summary>
internal static class ResultNameTemplate
{
    private const string Unknown = "result";

    private static readonly string[] s_placeholders = ["model", "task", "index", "name", "type", "date"];

    /// <summary>What is wrong with a template, as the end of a sentence that begins with it; null for one that can be used.</summary>
    public static string? FindProblem(string template)
    {
        if (string.IsNullOrWhiteSpace(template)) return "must not be empty";
        if (template.AsSpan().ContainsAny('/', '\\')) return "must name a file, and holds a separator of folders: give the folder as the directory";
        foreach ((string text, bool isPlaceholder) in Parts(template))
        {
            if (isPlaceholder && !s_placeholders.Contains(text, StringComparer.OrdinalIgnoreCase))
            {
                return $"holds the unknown placeholder '{{{text}}}'; there are {string.Join(", ", s_placeholders.Select(static name => $"{{{name}}}"))}";
            }

            if (!isPlaceholder && text.AsSpan().ContainsAny('{', '}')) return "has a brace that belongs to no placeholder";
        }

        return null;
    }

    /// <summary>The name of one result, without its extension; empty where nothing usable is left.</summary>
    /// <param name="template">A template without a problem.</param>
    /// <param name="file">The result.</param>
    /// <param name="proposed">What it would be called without a template, without its extension.</param>
    /// <param name="now">The moment.</param>
    public static string Expand(string template, ResultFile file, string proposed, DateTimeOffset now)
    {
        StringBuilder name = new();
        foreach ((string text, bool isPlaceholder) in Parts(template)) name.Append(isPlaceholder ? Value(text, file, proposed, now) : text);
        return SafeFileName.From(name.ToString());
    }

    private static string Value(string placeholder, ResultFile file, string proposed, DateTimeOffset now) => placeholder.ToUpperInvariant() switch
    {
        "MODEL" => file.Model ?? Unknown,
        "TASK" => file.TaskId,
        // As many digits as the last one has, so that a folder lists them in their order.
        "INDEX" => (file.Index + 1).ToString(CultureInfo.InvariantCulture).PadLeft(file.Count.ToString(CultureInfo.InvariantCulture).Length, '0'),
        "NAME" => proposed,
        "TYPE" => file.Type ?? Unknown,
        _ => now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static IEnumerable<(string Text, bool IsPlaceholder)> Parts(string template)
    {
        for (int at = 0; at < template.Length;)
        {
            int open = template.IndexOf('{', at), close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                yield return (template[at..], false);
                yield break;
            }

            if (open > at) yield return (template[at..open], false);
            yield return (template[(open + 1)..close], true);
            at = close + 1;
        }
    }
}
