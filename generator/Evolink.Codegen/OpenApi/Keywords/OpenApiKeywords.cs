using System;
using System.Collections.Generic;

namespace Evolink.Codegen.OpenApi;

/// <summary>
/// The keywords of OpenAPI 3.0 to 3.2 by what their object is. Schemas are found by it wherever they really are, and
/// nowhere else: not in examples, and not where a property happens to be called <c>enum</c>.
/// </summary>
internal static class OpenApiKeywords
{
    private static readonly Dictionary<ObjectRole, Dictionary<string, Keyword>> s_keywords = new()
    {
        [ObjectRole.Document] = DocumentKeywords.Document,
        [ObjectRole.Info] = DocumentKeywords.Info,
        [ObjectRole.Server] = DocumentKeywords.Server,
        [ObjectRole.Tag] = DocumentKeywords.Tag,
        [ObjectRole.PathItem] = OperationKeywords.PathItem,
        [ObjectRole.Operation] = OperationKeywords.Operation,
        [ObjectRole.Parameter] = OperationKeywords.Parameter,
        [ObjectRole.RequestBody] = OperationKeywords.RequestBody,
        [ObjectRole.Response] = OperationKeywords.Response,
        [ObjectRole.MediaType] = OperationKeywords.MediaType,
        [ObjectRole.Encoding] = OperationKeywords.Encoding,
        [ObjectRole.Components] = DocumentKeywords.Components,
        [ObjectRole.SecurityScheme] = DocumentKeywords.SecurityScheme,
        [ObjectRole.Schema] = SchemaKeywords.Schema,
    };

    /// <summary>Whether an object there may be a reference instead; elsewhere <c>$ref</c> is a name like any other.</summary>
    public static bool CanRefer(ObjectRole role) => role
        is ObjectRole.Schema or ObjectRole.Parameter or ObjectRole.RequestBody or ObjectRole.Response or ObjectRole.MediaType
        or ObjectRole.PathItem or ObjectRole.Callback or ObjectRole.Example or ObjectRole.Link or ObjectRole.SecurityScheme;

    /// <summary>The keyword of that name, or null where the name is none: an extension or unknown.</summary>
    public static Keyword? Find(ObjectRole role, string name)
    {
        if (name == SpecReference.Keyword || name.StartsWith("x-", StringComparison.Ordinal)) return null;
        if (s_keywords.TryGetValue(role, out Dictionary<string, Keyword>? keywords)) return keywords.TryGetValue(name, out Keyword keyword) ? keyword : null;
        return role switch
        {
            ObjectRole.Paths or ObjectRole.Callback => Keyword.One(ObjectRole.PathItem),
            ObjectRole.Responses => Keyword.One(ObjectRole.Response),
            _ => null,
        };
    }
}
