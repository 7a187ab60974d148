using System;
using System.Linq;
using Evolink.Codegen.Operations;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>Which documents follow EvoLink's conventions: those of its servers, and those that say so.</summary>
internal static class EvolinkConventions
{
    private const string Keyword = "x-evolink-conventions";

    public static bool Hold(SpecDocument document) => document.Root?[Keyword] is { Kind: SpecNodeKind.Boolean } said
        ? said.Text == "true"
        : Servers.All(document.OpenApi?.Servers).Any(IsOfEvolink);

    private static bool IsOfEvolink(string server) => Uri.TryCreate(server, UriKind.Absolute, out Uri? url)
        && (url.Host == "evolink.ai" || url.Host.EndsWith(".evolink.ai", StringComparison.Ordinal));
}
