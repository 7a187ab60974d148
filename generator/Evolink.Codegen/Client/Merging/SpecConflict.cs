using Evolink.Codegen.Diagnostics;

namespace Evolink.Codegen.Client.Merging;

/// <summary>Two places that cannot both be right.</summary>
/// <param name="Problem">What does not fit, and what was done about it.</param>
internal sealed record SpecConflict(string Problem, SpecLocation First, SpecLocation Second);
