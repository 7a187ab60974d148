using System.Linq;
using System.Text.RegularExpressions;

namespace Evolink.Codegen.Reading;

/// <summary>Tells OpenAPI 3.0 to 3.2 documents from others.</summary>
internal static class DocumentKind
{
    private const string Remedy = "It has to start with a version such as 'openapi: 3.1.0'.";

    private static readonly Regex Supported = new(@"^3\.[012](\.|-|\z)", RegexOptions.CultureInvariant);

    private static readonly string[] Relatives = ["asyncapi", "arazzo", "overlay"];

    /// <summary>Where and why the document is none of ours; null if it is one.</summary>
    public static (SpecNode Node, string Message)? Objection(SpecNode root)
    {
        if (root.Kind != SpecNodeKind.Object) return (root, $"An OpenAPI document is an object; {Expectation.Found(root)} was found. {Remedy}");

        if (root["openapi"] is { } version) return OfVersion(version);

        if (root["swagger"] is { } swagger)
        {
            return (swagger, $"This is a Swagger {Excerpt.Of(swagger.Text)} document. Convert it to OpenAPI 3, for instance at https://editor.swagger.io.");
        }

        return Relatives.FirstOrDefault(root.Has) is { } relative
            ? (root[relative]!, $"This is no OpenAPI document but one of '{relative}'. {Remedy}")
            : (root, $"This is no OpenAPI document: it has no 'openapi' version. {Remedy}");
    }

    private static (SpecNode, string)? OfVersion(SpecNode version)
    {
        var isSupported = version.Kind is SpecNodeKind.String or SpecNodeKind.Number && Supported.IsMatch(version.Text);
        return isSupported ? null : (version, $"OpenAPI 3.0, 3.1 and 3.2 can be read; for the version {Expectation.Found(version)} was found. Convert the document, or correct the version.");
    }
}
