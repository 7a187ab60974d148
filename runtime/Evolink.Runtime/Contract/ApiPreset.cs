using System.ComponentModel;

namespace Evolink;

/// <summary>A required parameter that may have one value, which the client sends where it makes a call of its own: by a request, or for a task.</summary>
/// <param name="location">Where it goes.</param>
/// <param name="name">Its name.</param>
/// <param name="value">Its value, as it is sent but for escapes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiPreset(ParameterLocation location, string name, string value)
{
    /// <summary>Where it goes.</summary>
    public ParameterLocation Location { get; } = location;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its value.</summary>
    public string Value { get; } = value;
}
