using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <param name="Location">Where the parameter goes.</param>
/// <param name="JsonName">Its name in the request.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Form">How it is written; null for a scalar that is written as it is.</param>
internal sealed record ParameterSpec(
    ParameterLocation Location, string JsonName, string Name, TypeRef Type, bool IsRequired, DocText Doc, ParameterForm? Form = null)
{
    /// <summary>The only value that a required parameter may have, so that no caller has to repeat it; null for any other.</summary>
    public Literal? Preset { get; init; }

    /// <summary>What is demanded of the value before it is sent.</summary>
    public EquatableArray<Constraint> Constraints { get; init; } = [];

    /// <summary>The value that the runtime sends by itself, as text; null where only a caller can give one.</summary>
    public string? PresetText => IsRequired && Form is null ? Preset?.Text : null;

    /// <summary>Whether a call that knows nothing but a request or a task cannot be made.</summary>
    public bool NeedsCaller => IsRequired && PresetText is null;

    /// <summary>Whether a caller has to give a value.</summary>
    public bool IsDemanded => IsRequired && Preset is null;
}

/// <param name="Style">The style, by the runtime's name for it.</param>
/// <param name="Explode">Whether each member stands by its own name; null for what the style has.</param>
/// <param name="AllowReserved">Whether reserved characters stay as they are.</param>
internal sealed record ParameterForm(ParameterStyle Style, bool? Explode = null, bool AllowReserved = false);

internal enum ParameterLocation
{
    Path,
    Query,
    Header,
    Cookie,
}

/// <summary>The styles of OpenAPI; and JSON, where a parameter has a media type.</summary>
internal enum ParameterStyle
{
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    Json,
}
