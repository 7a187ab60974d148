using System.Collections.Frozen;
using System.Reflection;

namespace Evolink.Tool.Studio.Endpoints;

/// <summary>The files of the page, which are in the program itself.</summary>
internal static class StudioAssets
{
    private const string Prefix = "studio/";

    private static readonly Assembly s_assembly = typeof(StudioAssets).Assembly;

    private static readonly FrozenSet<string> s_names = s_assembly.GetManifestResourceNames()
        .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(static name => name[Prefix.Length..]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All names, such as <c>form/fields.js</c>.</summary>
    public static IReadOnlyCollection<string> Names => s_names;

    /// <summary>The file; null where there is none of that name.</summary>
    public static Stream? Open(string name) => s_names.Contains(name) ? s_assembly.GetManifestResourceStream(Prefix + name) : null;

    public static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
