namespace Evolink.Codegen.Diagnostics;

/// <summary>
/// Something found in a spec file. It does not depend on Roslyn, so that any reader of a spec can report it in its own way.
/// </summary>
/// <param name="Id">One of <see cref="DiagnosticIds"/>.</param>
/// <param name="File">The file as it was handed to the reader.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
/// <param name="Message">What was found and what to do, in full sentences.</param>
internal sealed record SpecDiagnostic(string Id, string File, int Line, int Column, string Message);
