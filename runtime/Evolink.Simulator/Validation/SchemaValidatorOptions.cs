namespace Evolink;

/// <summary>What a <see cref="SchemaValidator"/> checks beyond JSON Schema's own assertions.</summary>
public sealed record SchemaValidatorOptions
{
    /// <summary>Whether <c>format</c> is an assertion, as the vendor treats it, or an annotation, as JSON Schema's default has it.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool AssertFormats { get; init; } = true;

    /// <summary>Whether, in a document that follows the vendor's conventions, a property named <c>callback_url</c> has to be a public https address of at most 2048 characters.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool CheckCallbackUrls { get; init; } = true;

    /// <summary>
    /// Whether a URL of a file has to be a public http or https address: a member with <c>x-evolink-media</c> and, in a
    /// document that follows the vendor's conventions, one of the format <c>uri</c> with a name like <c>image_urls</c>.
    /// </summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool CheckMediaUrls { get; init; } = true;
}
