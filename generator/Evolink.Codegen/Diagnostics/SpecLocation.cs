namespace Evolink.Codegen.Diagnostics;

/// <summary>A place in a spec file that survives edits elsewhere in it; its line is looked up only when it is reported.</summary>
internal sealed record SpecLocation(string File, string Pointer);
