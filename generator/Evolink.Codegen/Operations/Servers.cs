using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;

namespace Evolink.Codegen.Operations;

/// <summary>The servers of a document, with the defaults of their variables filled in.</summary>
internal static class Servers
{
    /// <summary>The first server of the nearest level that names any: operation, path, document. Empty where none does.</summary>
    public static string Of(params IList<OpenApiServer>?[] levels) =>
        levels.FirstOrDefault(level => level is { Count: > 0 }) is { } servers ? Url(servers[0]) : "";

    /// <summary>Every absolute server URL of the level.</summary>
    public static IEnumerable<string> All(IList<OpenApiServer>? servers) => (servers ?? []).Select(Url).Where(IsAbsolute);

    public static bool IsAbsolute(string server) => server.Contains("://");

    private static string Url(OpenApiServer server)
    {
        string url = (server.Variables ?? new Dictionary<string, OpenApiServerVariable>())
            .Aggregate(server.Url ?? "", (text, variable) => text.Replace("{" + variable.Key + "}", variable.Value.Default ?? ""));
        if (url.StartsWith("//", StringComparison.Ordinal))
        {
            url = "https:" + url;
        }

        return IsAbsolute(url)
            ? Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) && parsed.Scheme is "https" or "http" ? url.TrimEnd('/') : ""
            : Path(url);
    }

    /// <summary>A relative server is a path below an address that only the user knows.</summary>
    private static string Path(string url)
    {
        string path = string.Join("/", url.Split('?', '#')[0].Split('/').Where(segment => segment is not ("" or "." or "..")).Select(Uri.EscapeUriString));
        return path.Length == 0 || path.IndexOfAny(['{', '}']) >= 0 ? "" : "/" + path;
    }
}
