using Evolink.Codegen.Collections;
using Evolink.Codegen.TaskFamilies;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>How a response is read, and as what.</summary>
/// <param name="Kind">How its body is read.</param>
/// <param name="Type">Of JSON its type, of events the type of their data, of a redirect the address; null for anything else.</param>
/// <param name="Accept">The media types that are asked for.</param>
internal sealed record ResponseSpec(ResponseKind Kind, TypeRef? Type, string Accept)
{
    public static readonly ResponseSpec Nothing = new(ResponseKind.Nothing, null, "application/json");

    /// <summary>The members of a JSON response that may tell how a task stands.</summary>
    public EquatableArray<MemberFact> Members { get; init; } = [];

    /// <summary>Of JSON beside other JSON: what it is called by; null for anything else.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the caller may ask for one of several media types.</summary>
    public bool HasChoice { get; init; }

    /// <summary>The statuses beside 2xx that are results: redirects, and 304.</summary>
    public EquatableArray<int> Statuses { get; init; } = [];

    /// <summary>Of events with JSON: what that has to have, each in one of these ways; none where it may be anything.</summary>
    public EquatableArray<EventShape> Events { get; init; } = [];

    /// <summary>What else the operation answers with where it is asked for it: events beside JSON, or the same data in another form.</summary>
    public EquatableArray<ResponseSpec> Others { get; init; } = [];
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

    /// <summary>As a stream of events.</summary>
    Events,

    /// <summary>As what comes, by its media type: JSON where there is any, and a stream.</summary>
    Content,

    /// <summary>Not at all: the redirect says where to go.</summary>
    Location,

    /// <summary>As <see cref="Location"/>, where a response may also lead nowhere.</summary>
    OptionalLocation,
}
