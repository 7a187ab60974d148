using Evolink.Codegen.Collections;
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

    public required AnswerKind Answer { get; init; }

    /// <summary>The type of a JSON answer; null for any other.</summary>
    public required TypeRef? Response { get; init; }

    /// <summary>The media type of the answer.</summary>
    public required string Accept { get; init; }

    /// <summary>The headers that the answer is said to have, as prose; empty where nothing is said.</summary>
    public required string Headers { get; init; }

    public required KeySpec Key { get; init; }

    public required TaskRole Role { get; init; }
}

/// <summary>What an operation does with tasks.</summary>
internal enum TaskRole
{
    None,

    /// <summary>A POST that answers an object with a string id and a string status.</summary>
    Creates,

    /// <summary>A GET whose path ends in a parameter and that answers such an object.</summary>
    Queries,
}
