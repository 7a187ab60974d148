using System.ComponentModel;

namespace Evolink;

/// <summary>How one field of a form or of a multipart body is written, where it is not as usual.</summary>
/// <param name="Name">The field's name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ApiField(string Name)
{
    /// <summary>The style; null where the specification names none: then lists repeat the field and objects are JSON.</summary>
    public ParameterStyle? Style { get; init; }

    /// <summary>Whether each member stands by its own name; null for what the style has.</summary>
    public bool? Explode { get; init; }

    /// <summary>Whether reserved characters stay as they are.</summary>
    public bool AllowReserved { get; init; }

    /// <summary>The media type of the field's part; null for what its value has.</summary>
    public string? ContentType { get; init; }
}
