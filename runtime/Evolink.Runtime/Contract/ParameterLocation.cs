using System.ComponentModel;

namespace Evolink;

/// <summary>Where a parameter goes in a request.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterLocation
{
    /// <summary>Into the path, in the place of its name in braces.</summary>
    Path,

    /// <summary>Into the query.</summary>
    Query,

    /// <summary>Among the headers.</summary>
    Header,

    /// <summary>Among the cookies.</summary>
    Cookie,
}
