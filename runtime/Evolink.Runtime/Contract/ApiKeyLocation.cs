using System.ComponentModel;

namespace Evolink;

/// <summary>How an operation takes the key.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ApiKeyLocation
{
    /// <summary>As a bearer token in <c>Authorization</c>.</summary>
    Bearer,

    /// <summary>As <c>user:password</c>, by HTTP basic authentication.</summary>
    Basic,

    /// <summary>In a header of its own.</summary>
    Header,

    /// <summary>In the query.</summary>
    Query,

    /// <summary>In a cookie.</summary>
    Cookie,

    /// <summary>Not at all.</summary>
    None,
}
