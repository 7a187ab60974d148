using Evolink.Codegen.Collections;

namespace Evolink.Codegen.Operations;

/// <summary>What the JSON of an event has to have, so that an error that nobody documents, and JSON of another kind, is told from it.</summary>
/// <param name="Required">The members that it has.</param>
/// <param name="AnyOf">The members of which it has one; none where that is not asked.</param>
/// <param name="Tag">The member that says by its value which event it is; null for none.</param>
/// <param name="Values">The values of that member.</param>
/// <param name="IsError">Whether it describes an error.</param>
internal sealed record EventShape(EquatableArray<string> Required, EquatableArray<string> AnyOf, string? Tag, EquatableArray<string> Values, bool IsError);
