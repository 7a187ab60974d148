using Evolink.Codegen.Collections;
using Evolink.Codegen.TaskFamilies;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>One operation of one specification.</summary>
internal sealed record OperationSpec
{
    /// <summary>The <c>operationId</c>, or a name made of method and path.</summary>
    public required string Id { get; init; }

    /// <summary>The HTTP method, in capitals.</summary>
    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>The server's base URL without a trailing slash, or its path where it is relative; empty where the specification names none.</summary>
    public required string Server { get; init; }

    /// <summary>Where the operation stands in its file, for messages.</summary>
    public required string Pointer { get; init; }

    public required DocText Doc { get; init; }

    public required bool IsDeprecated { get; init; }

    public required EquatableArray<ParameterSpec> Parameters { get; init; }

    public required BodySpec? Body { get; init; }

    /// <summary>Other ways to give the body, each by an overload of its own.</summary>
    public EquatableArray<BodySpec> OtherBodies { get; init; } = [];

    public required ResponseKind ResponseKind { get; init; }

    /// <summary>The type of JSON, or of the data of events; null for any other response.</summary>
    public required TypeRef? Response { get; init; }

    /// <summary>The media type of the response.</summary>
    public required string Accept { get; init; }

    /// <summary>Whether the caller may ask for one of several media types.</summary>
    public bool HasChoice { get; init; }

    /// <summary>The statuses beside 2xx that are results.</summary>
    public EquatableArray<int> Statuses { get; init; } = [];

    /// <summary>What its events have to have; none where they may be anything, and where it has none.</summary>
    public EquatableArray<EventShape> Events { get; init; } = [];

    /// <summary>What it answers with besides, each by a method of its own.</summary>
    public EquatableArray<ResponseSpec> OtherResponses { get; init; } = [];

    /// <summary>The headers that the response is documented to have, as prose; empty where there are none.</summary>
    public required string Headers { get; init; }

    public required KeySpec Key { get; init; }

    /// <summary>The ways in which it takes the key, where a caller may choose; none where there is one way.</summary>
    public EquatableArray<KeyChoice> KeyChoices { get; init; } = [];

    /// <summary>How its pages follow one another; null where it has none.</summary>
    public PageSpec? Page { get; init; }

    /// <summary>How it uploads files; null where it does not.</summary>
    public UploadSpec? Upload { get; init; }

    /// <summary>What it says of tasks; null where it has nothing to do with them.</summary>
    public TaskOperation? Task { get; init; }
}
