using Evolink.Codegen.Collections;
using Evolink.Codegen.TaskFamilies;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>How a response is read, and as what.</summary>
internal sealed record ResponseSpec(ResponseKind Kind, TypeRef? Type, string Accept)
{
    public static readonly ResponseSpec Nothing = new(ResponseKind.Nothing, null, "application/json");

    /// <summary>The members of a JSON response that may tell how a task stands.</summary>
    public EquatableArray<MemberFact> Members { get; init; } = [];
}

/// <summary>How the body of a response is read.</summary>
internal enum ResponseKind
{
    /// <summary>Not at all, since there is none.</summary>
    Nothing,
    Json,
    Text,

    /// <summary>As a stream of any size.</summary>
    Stream,
}
