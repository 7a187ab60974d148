namespace Evolink.Codegen.Client.Merging;

/// <summary>A place in a file; its line is looked up only when it is reported.</summary>
internal sealed record Place(string File, string Pointer);

/// <summary>Two places that cannot both be right.</summary>
/// <param name="Problem">What does not fit, and what was done about it.</param>
internal sealed record SpecConflict(string Problem, Place First, Place Second);
