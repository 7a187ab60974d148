using System.Collections.Generic;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>Collects the diagnostics of one file while it is modelled, each at its node.</summary>
internal sealed class SpecDiagnostics(string file)
{
    private readonly List<SpecDiagnostic> found = [];

    /// <summary>A schema is read wherever it is used, and reported once.</summary>
    private readonly HashSet<SpecDiagnostic> known = [];

    public IReadOnlyList<SpecDiagnostic> Found => found;

    public void Unsupported(SpecNode node, string what, string instead) =>
        Add(DiagnosticIds.Unsupported, node, $"{Upper(what)} is not supported; {instead}.");

    public void InvalidPattern(SpecNode node, string problem) =>
        Add(DiagnosticIds.InvalidPattern, node, $"The pattern is no regular expression and is not checked: {problem}");

    public void InvalidExtension(SpecNode node, string keyword, string expected) =>
        Add(DiagnosticIds.InvalidExtension, node, $"'{keyword}' is ignored: expected {expected}.");

    public void TokenElsewhere(SpecNode scheme, string name, string flow) =>
        Add(DiagnosticIds.TokenElsewhere, scheme, $"The key is sent as the bearer token of '{name}'; getting one by {flow} is for you to do.");

    public void InsecureServers(SpecNode server, string url) =>
        Add(DiagnosticIds.InsecureServers, server, $"The server {url} is plain http, over which a client sends nothing unless it is told to: set EvolinkOptions.AllowInsecureHttp in a network that you trust, or EvolinkOptions.BaseAddress to an https address.");

    private void Add(string id, SpecNode node, string message)
    {
        var diagnostic = new SpecDiagnostic(id, file, node.Line, node.Column, message);
        if (known.Add(diagnostic))
        {
            found.Add(diagnostic);
        }
    }

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
