using System;
using System.Linq;
using System.Text.RegularExpressions;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>Tells OpenAPI 3.0 to 3.2 documents from others.</summary>
internal static class DocumentKind
{
    private const string Remedy = "It has to start with a version such as 'openapi: 3.1.0'.";

    private static readonly Regex s_supported = new(@"^3\.[012](\.|-|\z)", RegexOptions.CultureInvariant);

    /// <summary>Keys at the root of other kinds of documents, and the names of those.</summary>
    private static readonly (string Key, string Name)[] s_others =
    [
        ("asyncapi", "an AsyncAPI document"), ("arazzo", "an Arazzo document"), ("overlay", "an OpenAPI Overlay"), ("openrpc", "an OpenRPC document"),
        ("discoveryVersion", "a Google API Discovery document"), ("$schema", "a JSON Schema"),
    ];

    /// <summary>Where and why this is not a supported OpenAPI document; null if it is one.</summary>
    public static (SpecNode Node, string Message)? Objection(SpecNode root)
    {
        if (root.Kind != SpecNodeKind.Object) return (root, $"An OpenAPI document is an object; {Expectation.DescribeFound(root)} was found. {Remedy}");

        if (root["openapi"] is { } version) return ObjectToVersion(version);

        if (root["swagger"] is { } swagger)
        {
            return (swagger, $"This is a Swagger {MessageText.Truncate(swagger.Text)} document. Convert it to OpenAPI 3, for instance at https://editor.swagger.io.");
        }

        if (root["info"]?["_postman_id"] is { } collection)
        {
            return (collection, "This is a Postman collection. Convert it to OpenAPI 3, or take it out of the specs.");
        }

        return s_others.FirstOrDefault(other => root.Has(other.Key)) is { Key: { } key } found
            ? (root[key]!, $"This is {found.Name}, no OpenAPI document. {Remedy}")
            : (root, $"This is no OpenAPI document: it has no 'openapi' version. {Remedy} If other specifications refer to its parts, mark it: <EvolinkSpec Update=\"…\" Shared=\"true\" />.");
    }

    /// <summary>Whether the document is one of OpenAPI 3.2.</summary>
    public static bool IsVersion32(SpecNode root) => root["openapi"]?.Text.StartsWith("3.2", StringComparison.Ordinal) == true;

    private static (SpecNode, string)? ObjectToVersion(SpecNode version)
    {
        bool isSupported = version.Kind is SpecNodeKind.String or SpecNodeKind.Number && s_supported.IsMatch(version.Text);
        return isSupported ? null : (version, $"OpenAPI 3.0, 3.1 and 3.2 can be read; for the version {Expectation.DescribeFound(version)} was found. Convert the document, or correct the version.");
    }
}
