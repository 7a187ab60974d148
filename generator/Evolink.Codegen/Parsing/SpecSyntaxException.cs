using System;
using Evolink.Codegen.Diagnostics;

namespace Evolink.Codegen.Parsing;

/// <summary>Ends the reading of a file that cannot be read further; <see cref="SpecTree"/> turns it into a diagnostic.</summary>
internal sealed class SpecSyntaxException(string id, int line, int column, string message) : Exception(message)
{
    public SpecSyntaxException(int line, int column, string message)
        : this(DiagnosticIds.InvalidSyntax, line, column, message)
    {
    }

    public SpecDiagnostic ToDiagnostic(string file) => new(id, file, Math.Max(line, 1), Math.Max(column, 1), Message);
}
