using System;
using System.Linq;

namespace Evolink.Codegen.OpenApi;

/// <summary>Finds documents whose servers can only be called over plain http, which a client does not do unasked.</summary>
internal static class ServerChecker
{
    public static void Report(SpecDocument document, SpecDiagnostics diagnostics)
    {
        if (document.Root?["servers"] is { Items.Count: > 0 } servers && document.ServerUrls.Any() && document.ServerUrls.All(IsInsecure))
        {
            diagnostics.InsecureServers(servers.Items[0]["url"] ?? servers, document.ServerUrls.First());
        }
    }

    private static bool IsInsecure(string server) => Uri.TryCreate(server, UriKind.Absolute, out Uri? url) && url is { Scheme: "http", IsLoopback: false };
}
