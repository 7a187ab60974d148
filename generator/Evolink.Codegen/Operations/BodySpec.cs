using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>The body of a request, in one of the ways that an operation takes it.</summary>
/// <param name="Kind">How it travels.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="MediaType">Its media type; of several the one that is sent unless the caller says otherwise, and empty where the caller has to say.</param>
/// <param name="IsRequired">Whether there must be one.</param>
/// <param name="Fields">Of a form or multipart body: the fields that are not written as usual.</param>
internal sealed record BodySpec(MediaKind Kind, TypeRef Type, string MediaType, bool IsRequired, EquatableArray<FieldSpec> Fields)
{
    /// <summary>The constraints of a body that is not a generated type; such a type has its own.</summary>
    public EquatableArray<Constraint> Constraints { get; init; } = [];

    /// <summary>The media types of which the caller says one; empty where there is one alone.</summary>
    public EquatableArray<string> Choices { get; init; } = [];
}

/// <summary>How one field of a form or multipart body is written.</summary>
internal sealed record FieldSpec(string Name, ParameterForm? Form, string? ContentType);
