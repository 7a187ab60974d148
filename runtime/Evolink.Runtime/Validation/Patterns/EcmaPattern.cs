using System.ComponentModel;
using System.Text.RegularExpressions;

namespace Evolink;

/// <summary>Regular expressions as JSON Schema means them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EcmaPattern
{
    /// <summary>Makes a .NET expression of an ECMA-262 one.</summary>
    public static Regex Create(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
