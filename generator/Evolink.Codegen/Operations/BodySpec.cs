using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>The body of a request.</summary>
/// <param name="Kind">How it travels.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="IsRequired">Whether there must be one.</param>
/// <param name="Fields">Of a form or multipart body: the fields that are not written as usual.</param>
internal sealed record BodySpec(MediaKind Kind, TypeRef Type, string MediaType, bool IsRequired, EquatableArray<FieldSpec> Fields)
{
    /// <summary>The rules of a body that is no generated type; such a type knows its own.</summary>
    public EquatableArray<Constraint> Constraints { get; init; } = [];
}

/// <summary>How one field of a form or multipart body is written.</summary>
internal sealed record FieldSpec(string Name, ParameterForm? Form, string? ContentType);

/// <summary>How the answer's body is read.</summary>
internal enum AnswerKind
{
    /// <summary>Not at all: it has none.</summary>
    Nothing,
    Json,
    Text,

    /// <summary>As a stream of any size.</summary>
    Stream,
}

/// <summary>How an operation takes the key.</summary>
/// <param name="Location">Where it goes, by the runtime's name for it.</param>
/// <param name="Name">The header, query parameter or cookie; empty where the location needs none.</param>
/// <param name="IsDeclared">Whether the specification says so, rather than saying nothing.</param>
internal sealed record KeySpec(KeyLocation Location, string Name = "", bool IsDeclared = true)
{
    /// <summary>Nothing is said of security: a key is sent where there is one, and none is demanded.</summary>
    public static readonly KeySpec Undeclared = new(KeyLocation.Bearer, IsDeclared: false);

    public static readonly KeySpec None = new(KeyLocation.None);

    public static readonly KeySpec Bearer = new(KeyLocation.Bearer);
}

internal enum KeyLocation
{
    Bearer,
    Basic,
    Header,
    Query,
    Cookie,
    None,
}
