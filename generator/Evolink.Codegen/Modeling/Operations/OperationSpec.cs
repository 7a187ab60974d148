using Evolink.Codegen.Collections;
using Evolink.Codegen.Modeling.Types;

namespace Evolink.Codegen.Modeling.Operations;

/// <summary>One operation of one specification.</summary>
internal sealed record OperationSpec
{
    /// <summary>The <c>operationId</c>, or a name made of method and path.</summary>
    public required string Id { get; init; }

    /// <summary>The HTTP method, in capitals.</summary>
    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>The server's base URL without a trailing slash; empty where the specification names none.</summary>
    public required string Server { get; init; }

    /// <summary>Where the operation stands in its file, for messages.</summary>
    public required string Pointer { get; init; }

    public required DocText Doc { get; init; }

    public required bool IsDeprecated { get; init; }

    public required EquatableArray<ParameterSpec> Parameters { get; init; }

    public required TypeRef? Body { get; init; }

    /// <summary>The body of the first 2xx answer; null where it has none.</summary>
    public required TypeRef? Response { get; init; }

    public required TaskRole Role { get; init; }
}

/// <param name="Location">Where the parameter goes.</param>
/// <param name="JsonName">Its name in the request.</param>
/// <param name="Name">Its name in C#.</param>
internal sealed record ParameterSpec(
    ParameterLocation Location, string JsonName, string Name, TypeRef Type, bool IsRequired, DocText Doc);

internal enum ParameterLocation
{
    Path,
    Query,
    Header,
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
