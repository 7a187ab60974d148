using System;
using System.Collections.Generic;
using System.Threading;
using Evolink.Codegen.Diagnostics;

namespace Evolink.Codegen.Parsing;

/// <summary>The text of a file as a positioned tree: syntax only, whatever the document means.</summary>
internal static class SpecTree
{
    /// <summary>
    /// Reads YAML 1.2 (core schema) or JSON. A file named <c>.json</c> is JSON; any other that starts with a brace or a
    /// bracket is read as JSON if it is JSON, and as YAML otherwise.
    /// </summary>
    /// <returns>The root, or null if the file is empty or cannot be read; the diagnostics say why.</returns>
    public static SpecNode? Parse(string file, string text, ICollection<SpecDiagnostic> diagnostics, CancellationToken ct)
    {
        if (text.StartsWith("\uFEFF", StringComparison.Ordinal)) text = text.Substring(1);
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return Attempt(JsonTreeBuilder.Build, file, text, diagnostics, ct);

        if (text.TrimStart()[0] is '{' or '[')
        {
            var ofJson = new List<SpecDiagnostic>();
            if (Attempt(JsonTreeBuilder.Build, file, text, ofJson, ct) is { } root)
            {
                ofJson.ForEach(diagnostics.Add);
                return root;
            }
        }

        return Attempt(YamlTreeBuilder.Build, file, text, diagnostics, ct);
    }

    private static SpecNode? Attempt(
        Func<string, TreeAssembler, CancellationToken, SpecNode?> build,
        string file,
        string text,
        ICollection<SpecDiagnostic> diagnostics,
        CancellationToken ct)
    {
        try
        {
            return build(text, new TreeAssembler(file, diagnostics), ct);
        }
        catch (SpecSyntaxException problem)
        {
            diagnostics.Add(problem.ToDiagnostic(file));
            return null;
        }
    }
}
