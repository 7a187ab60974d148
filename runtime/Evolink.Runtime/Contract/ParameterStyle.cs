using System.ComponentModel;

namespace Evolink;

/// <summary>How a list or an object is written as a parameter: the styles of OpenAPI, after RFC 6570.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterStyle
{
    /// <summary><c>a,b</c>: paths and headers.</summary>
    Simple,

    /// <summary><c>.a.b</c>: paths.</summary>
    Label,

    /// <summary><c>;name=a;name=b</c>: paths.</summary>
    Matrix,

    /// <summary><c>name=a&amp;name=b</c>, or <c>name=a,b</c> where it is not exploded: queries, forms and cookies.</summary>
    Form,

    /// <summary><c>name=a%20b</c>: queries and forms.</summary>
    SpaceDelimited,

    /// <summary><c>name=a%7Cb</c>: queries and forms.</summary>
    PipeDelimited,

    /// <summary><c>name[member]=a</c>: queries and forms. Deeper members, and items of lists by their index, get brackets of their own.</summary>
    DeepObject,

    /// <summary>The value as JSON: a parameter whose specification gives a media type in place of a schema.</summary>
    Json,
}
