namespace Evolink.Codegen.OpenApi;

/// <summary>What a keyword's value may be.</summary>
internal enum Shape
{
    /// <summary>Any value.</summary>
    Anything,

    /// <summary>A string.</summary>
    Text,

    /// <summary>Words for people: any scalar, read as text.</summary>
    Prose,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A whole number from 0 on.</summary>
    Count,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number above 0.</summary>
    PositiveNumber,

    /// <summary>A number, or OpenAPI 3.0's flag beside <c>minimum</c> or <c>maximum</c>.</summary>
    Bound,

    /// <summary>The name of a JSON type, or a list of such names.</summary>
    Type,

    /// <summary>A list of strings.</summary>
    Texts,

    /// <summary>An object whose values are lists of strings.</summary>
    TextsByName,

    /// <summary>An object of the keyword's place; a schema may be true or false too.</summary>
    One,

    /// <summary>A list of objects of the keyword's place.</summary>
    List,

    /// <summary>An object whose values are of the keyword's place.</summary>
    Map,
}
