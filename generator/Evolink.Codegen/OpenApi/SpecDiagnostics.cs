using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>Collects the diagnostics of one file while it is modelled, each at its node.</summary>
internal sealed class SpecDiagnostics(string file)
{
    private readonly List<SpecDiagnostic> _found = [];

    /// <summary>A schema is read wherever it is used, and reported once.</summary>
    private readonly HashSet<SpecDiagnostic> _known = [];

    /// <summary>The places of each thing that is not checked.</summary>
    private readonly Dictionary<(string What, string Instead), HashSet<(int Line, int Column)>> _notChecked = [];

    public IReadOnlyList<SpecDiagnostic> Found => [.. _found, .. _notChecked.Select(entry => NotChecked(entry.Key.What, entry.Key.Instead, entry.Value))];

    public void Unsupported(SpecNode node, string what, string instead) =>
        Add(DiagnosticIds.Unsupported, node, $"{Upper(what)} is not supported; {instead}.");

    /// <summary>What restricts and is not checked. A document writes one thing the same way throughout, so it is said once, where it first stands.</summary>
    public void NotChecked(SpecNode node, string what, string instead = "it is not checked before a request is sent")
    {
        if (!_notChecked.TryGetValue((what, instead), out HashSet<(int, int)>? places))
        {
            _notChecked.Add((what, instead), places = []);
        }

        places.Add((node.Line, node.Column));
    }

    public void UndescribedRequired(SpecNode node) =>
        Add(DiagnosticIds.UndescribedRequired, node, $"'{MessageText.Truncate(node.Text)}' is required, and no property has that name; it is any JSON. Correct the name, or describe the property.");

    public void RefusedDefault(SpecNode node, string problem) =>
        Add(DiagnosticIds.RefusedDefault, node, $"The default {problem}. Correct it, or what refuses it.");

    public void NothingGenerated(SpecNode node, string reason) =>
        Add(DiagnosticIds.NothingGenerated, node, $"Nothing is generated of this document: {reason}.");

    public void InvalidPattern(SpecNode node, string problem) =>
        Add(DiagnosticIds.InvalidPattern, node, $"The pattern is no regular expression and is not checked: {problem}");

    public void InvalidExtension(SpecNode node, string keyword, string expected) =>
        Add(DiagnosticIds.InvalidExtension, node, $"'{keyword}' is ignored: expected {expected}.");

    public void TokenElsewhere(SpecNode scheme, string name, string flow) =>
        Add(DiagnosticIds.TokenElsewhere, scheme, $"The key is sent as the bearer token of '{name}'; getting one by {flow} is for you to do.");

    public void InsecureServers(SpecNode server, string url) =>
        Add(DiagnosticIds.InsecureServers, server, $"The server {url} is plain http, over which a client sends nothing unless it is told to: set EvolinkOptions.AllowInsecureHttp in a network that you trust, or EvolinkOptions.BaseAddress to an https address.");

    private SpecDiagnostic NotChecked(string what, string instead, HashSet<(int Line, int Column)> places)
    {
        (int line, int column) = places.Min();
        string others = places.Count == 1 ? "" : $" The same holds for {places.Count - 1} more {(places.Count == 2 ? "place" : "places")} in this file.";
        return new SpecDiagnostic(DiagnosticIds.Unsupported, file, line, column, $"{Upper(what)} is not supported; {instead}.{others}");
    }

    private void Add(string id, SpecNode node, string message)
    {
        var diagnostic = new SpecDiagnostic(id, file, node.Line, node.Column, message);
        if (_known.Add(diagnostic))
        {
            _found.Add(diagnostic);
        }
    }

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
