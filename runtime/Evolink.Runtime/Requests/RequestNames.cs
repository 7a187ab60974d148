namespace Evolink.Runtime.Requests;

/// <summary>Names of models and types, as many and as long as a message can bear.</summary>
internal static class RequestNames
{
    private const int ShownNames = 10;
    private const int ShownLength = 60;

    /// <summary>The first names, and how many more there are.</summary>
    public static string List(IEnumerable<string> names)
    {
        string[] all = [.. names];
        string shown = string.Join(", ", all.Take(ShownNames).Select(Shortened));
        return all.Length > ShownNames ? $"{shown} and {all.Length - ShownNames} more" : shown;
    }

    /// <summary>The names, those first that begin as the wanted one does.</summary>
    public static IEnumerable<string> Nearest(IEnumerable<string> names, string? wanted) => names
        .OrderByDescending(name => name.AsSpan().CommonPrefixLength(wanted))
        .ThenBy(static name => name, StringComparer.Ordinal);

    /// <summary>A name of at most 60 characters.</summary>
    public static string Shortened(string name) => name.Length <= ShownLength ? name : string.Concat(name.AsSpan(0, ShownLength), "…");
}
