namespace Evolink.Codegen.OpenApi;

/// <summary>What an object of the document is, by where it stands.</summary>
internal enum SpecPlace
{
    /// <summary>Anything whose content is not ours to judge: examples, defaults, extensions, unknown members.</summary>
    Opaque,
    Document,
    Info,
    Server,
    Tag,
    Paths,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    Responses,
    Response,
    MediaType,
    Encoding,
    Example,
    Link,
    Callback,
    Components,
    SecurityScheme,
    Schema,
}
