using System.Text;

namespace Evolink;

/// <summary>Path templates: <c>/v1/tasks/{task_id}</c>.</summary>
internal static class ApiPath
{
    /// <summary>Puts values, which are escaped already, in the place of the braces and appends the query.</summary>
    /// <exception cref="ArgumentException">A parameter has no value, or a value would make the path climb.</exception>
    public static string Expand(string template, Dictionary<string, string> values, List<string> query)
    {
        StringBuilder path = new(template.Length + 32);
        int at = 0;
        for (int open; (open = template.IndexOf('{', at)) >= 0;)
        {
            int close = template.IndexOf('}', open);
            if (close < 0) break;
            string name = template[(open + 1)..close];
            if (!values.TryGetValue(name, out string? value)) throw new ArgumentException($"The path parameter '{name}' needs a value.", name);
            path.Append(template, at, open - at).Append(value);
            at = close + 1;
        }

        path.Append(template, at, template.Length - at);
        string expanded = path.ToString();
        ThrowIfClimbing(expanded, template);
        // Some specifications write a fixed query into the path.
        return query.Count == 0 ? expanded : expanded + (expanded.Contains('?', StringComparison.Ordinal) ? '&' : '?') + string.Join('&', query);
    }

    /// <summary>The name of a template's last parameter.</summary>
    public static string LastParameter(string template) => template[(template.LastIndexOf('{') + 1)..template.LastIndexOf('}')];

    // Uri would take "." and ".." out, escaped or not, and ask for another resource.
    private static void ThrowIfClimbing(string path, string template)
    {
        if (path.Split('/').Any(segment => segment is "." or "..")) throw new ArgumentException($"A parameter of {template} is '.' or '..'.");
    }
}
