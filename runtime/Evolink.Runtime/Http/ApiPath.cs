using System.Globalization;
using System.Runtime.CompilerServices;

namespace Evolink.Runtime.Http;

/// <summary>Path templates: <c>/v1/tasks/{task_id}</c>.</summary>
internal static class ApiPath
{
    // Longer paths are put together in a rented buffer.
    private const int StackCharacters = 256;

    /// <summary>Puts values, which are escaped already, in the place of the braces, the server before them and the query behind.</summary>
    /// <exception cref="ArgumentException">A parameter has no value, or a value would make the path climb.</exception>
    public static string Expand(string server, string template, KeyValuePair<string, string>[] values, IReadOnlyList<string> query)
    {
        DefaultInterpolatedStringHandler path = new(0, 0, CultureInfo.InvariantCulture, stackalloc char[StackCharacters]);
        path.AppendLiteral(server);
        int at = 0;
        for (int open; (open = template.IndexOf('{', at)) >= 0;)
        {
            int close = template.IndexOf('}', open);
            if (close < 0) break;
            ReadOnlySpan<char> name = template.AsSpan(open + 1, close - open - 1);
            string value = Find(values, name) ?? throw new ArgumentException($"The path parameter '{name}' needs a value.", name.ToString());
            path.AppendFormatted(template.AsSpan(at, open - at));
            path.AppendLiteral(value);
            at = close + 1;
        }

        path.AppendFormatted(template.AsSpan(at));
        string expanded = path.ToStringAndClear();
        ThrowIfClimbing(expanded.AsSpan(server.Length), template);
        // Some specifications write a fixed query into the path.
        return query.Count == 0 ? expanded : expanded + (expanded.AsSpan(server.Length).Contains('?') ? '&' : '?') + string.Join('&', query);
    }

    private static string? Find(KeyValuePair<string, string>[] values, ReadOnlySpan<char> name)
    {
        // A path has one parameter or two.
        for (int index = values.Length - 1; index >= 0; index--)
            if (name.SequenceEqual(values[index].Key)) return values[index].Value;
        return null;
    }

    // Uri takes "." and ".." out of a path, escaped or not, and would ask for another resource. The path ends where a query
    // or fragment of the template begins: a value's own '?' and '#' are escaped.
    private static void ThrowIfClimbing(ReadOnlySpan<char> path, string template)
    {
        // Nearly no path has a dot at all, neither as it is nor escaped, once or more often.
        if (!path.ContainsAny('.', '%')) return;
        int end = path.IndexOfAny('?', '#');
        string[] segments = (end < 0 ? path : path[..end]).ToString().Split('/', '\\');
        if (segments.Any(IsDotSegment)) throw new ArgumentException($"A parameter of {template} is '.' or '..'.");
    }

    // Some servers and proxies decode twice, and some leave out what follows a ';' before they resolve the path.
    private static bool IsDotSegment(string segment)
    {
        for (string decoded = Uri.UnescapeDataString(segment); decoded != segment; decoded = Uri.UnescapeDataString(segment)) segment = decoded;
        return segment.Split(';')[0] is "." or "..";
    }
}
