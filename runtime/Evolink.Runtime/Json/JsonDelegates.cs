using System.ComponentModel;
using System.Text.Json;

namespace Evolink;

/// <summary>Reads one value; the reader stands on its first token and is left on its last.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T JsonValueReader<out T>(ref Utf8JsonReader reader);

/// <summary>Writes one value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void JsonValueWriter<in T>(Utf8JsonWriter writer, T value);
