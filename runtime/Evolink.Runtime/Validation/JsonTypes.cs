using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Evolink;

/// <summary>The kinds of JSON that a specification tells apart.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Flags]
[SuppressMessage("Naming", "CA1720", Justification = "The kinds are named as JSON Schema names them.")]
public enum JsonTypes
{
    /// <summary>No kind.</summary>
    None = 0,

    /// <summary><c>null</c>.</summary>
    Null = 1,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 2,

    /// <summary>A whole number; <c>5.0</c> is one.</summary>
    Integer = 4,

    /// <summary>Any number, a whole one among them.</summary>
    Number = 8,

    /// <summary>A string.</summary>
    String = 16,

    /// <summary>An array.</summary>
    Array = 32,

    /// <summary>An object.</summary>
    Object = 64,
}
