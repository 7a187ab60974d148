using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evolink;

/// <summary>A generated type that writes itself as JSON, member by member, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[JsonConverter(typeof(JsonModelWriter))]
public interface IJsonModel
{
    /// <summary>Writes the value. Unset members are left out.</summary>
    void WriteTo(Utf8JsonWriter writer);
}

/// <summary>A generated type that also reads itself.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel<TSelf> : IJsonModel
    where TSelf : IJsonModel<TSelf>
{
    /// <summary>Reads one value; the reader stands on its first token and is left on its last.</summary>
    /// <exception cref="JsonException">The JSON is of another kind (a number where an object is due).</exception>
    static abstract TSelf ReadFrom(ref Utf8JsonReader reader);
}

/// <summary>A generated value type (enum, union) whose <see langword="default"/> counts as unset.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOptionalValue
{
    /// <summary>Whether the value was set; an unset one is not sent.</summary>
    bool IsSet { get; }
}
