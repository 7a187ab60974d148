using System.Collections.Generic;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Diagnostics;

/// <summary>What modelling has to say of one file, with the place that it is about.</summary>
internal sealed class ModelingDiagnostics(string file)
{
    private readonly List<SpecDiagnostic> found = [];

    /// <summary>A schema is looked at wherever it is used, and reported once.</summary>
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
