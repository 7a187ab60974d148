using System.ComponentModel;

namespace Evolink;

/// <summary>A text in the assembly's own data, which costs nothing until it is read.</summary>
/// <returns>The text, in UTF-8.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ReadOnlySpan<byte> Utf8Literal();
