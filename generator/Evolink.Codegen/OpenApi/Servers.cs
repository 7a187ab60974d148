using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>The servers of a document, with the defaults of their variables filled in.</summary>
internal static class Servers
{
    /// <summary>The URL of the first server of the first object that names any; empty where none does.</summary>
    public static string Choose(params SpecNode[] holders) =>
        holders.FirstOrDefault(holder => holder["servers"] is { Items.Count: > 0 })?["servers"] is { } servers ? Url(servers.Items[0]) : "";

    /// <summary>Every absolute server URL that an object names.</summary>
    public static IEnumerable<string> List(SpecNode holder) => (holder["servers"]?.Items ?? []).Select(Url).Where(IsAbsolute);

    public static bool IsAbsolute(string server) => server.Contains("://");

    private static string Url(SpecNode server)
    {
        string url = (server["variables"]?.Members ?? [])
            .Aggregate(server["url"]?.Text ?? "", (text, variable) => text.Replace("{" + variable.Name + "}", DefaultOf(variable.Value)));
        if (url.StartsWith("//", StringComparison.Ordinal))
        {
            url = "https:" + url;
        }

        return IsAbsolute(url)
            ? Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) && parsed.Scheme is "https" or "http" ? url.TrimEnd('/') : ""
            : Path(url);
    }

    private static string DefaultOf(SpecNode variable) => variable["default"] is { } value && value.Kind != SpecNodeKind.Null ? value.Text : "";

    /// <summary>A relative server is a path below an address that only the user knows.</summary>
    private static string Path(string url)
    {
        string path = string.Join("/", url.Split('?', '#')[0].Split('/').Where(segment => segment is not ("" or "." or "..")).Select(Uri.EscapeUriString));
        return path.Length == 0 || path.IndexOfAny(['{', '}']) >= 0 ? "" : "/" + path;
    }
}
