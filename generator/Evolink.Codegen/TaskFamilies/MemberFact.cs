using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.TaskFamilies;

/// <summary>What is known of one member of a response, as far as it may tell how a task stands.</summary>
/// <param name="Pointer">The JSON pointer of the member in the response.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Words">The strings that it may be, where the schema lists them.</param>
/// <param name="Maximum">The most that a number may be, as it is written; null where the schema says nothing.</param>
internal sealed record MemberFact(string Pointer, MemberKind Kind, EquatableArray<string> Words, string? Maximum = null)
{
    /// <summary>The pointer of the object that holds the member; empty for the response itself.</summary>
    public string Holder => Pointer.Substring(0, Pointer.LastIndexOf('/'));

    public string Name => JsonPointer.UnescapeSegment(Pointer.Substring(Pointer.LastIndexOf('/') + 1));
}

/// <summary>What a member holds.</summary>
internal enum MemberKind
{
    Other,
    String,
    Boolean,
}
