using System;
using System.Collections.Generic;

namespace Evolink.Codegen.OpenApi;

/// <summary>
/// The keywords of OpenAPI 3.0 to 3.2 by the place of their object. Schemas are found by it wherever they really are, and
/// nowhere else: not in examples, and not where a property happens to be called <c>enum</c>.
/// </summary>
internal static partial class SpecGrammar
{
    private static readonly Dictionary<SpecPlace, Dictionary<string, Keyword>> Keywords = new()
    {
        [SpecPlace.Document] = Document,
        [SpecPlace.Info] = Info,
        [SpecPlace.Server] = Server,
        [SpecPlace.Tag] = Tag,
        [SpecPlace.PathItem] = PathItem,
        [SpecPlace.Operation] = Operation,
        [SpecPlace.Parameter] = Parameter,
        [SpecPlace.RequestBody] = RequestBody,
        [SpecPlace.Response] = Response,
        [SpecPlace.MediaType] = MediaType,
        [SpecPlace.Encoding] = Encoding,
        [SpecPlace.Components] = Components,
        [SpecPlace.SecurityScheme] = SecurityScheme,
        [SpecPlace.Schema] = Schema,
    };

    /// <summary>Whether an object there may be a reference instead; elsewhere <c>$ref</c> is a name like any other.</summary>
    public static bool CanRefer(SpecPlace place) => place
        is SpecPlace.Schema or SpecPlace.Parameter or SpecPlace.RequestBody or SpecPlace.Response or SpecPlace.MediaType
        or SpecPlace.PathItem or SpecPlace.Callback or SpecPlace.Example or SpecPlace.Link or SpecPlace.SecurityScheme;

    /// <summary>The keyword of that name, or null where the name is none: an extension or unknown.</summary>
    public static Keyword? Find(SpecPlace place, string name)
    {
        if (name == SpecReference.Keyword || name.StartsWith("x-", StringComparison.Ordinal)) return null;
        if (Keywords.TryGetValue(place, out var keywords)) return keywords.TryGetValue(name, out var keyword) ? keyword : null;
        return place switch
        {
            SpecPlace.Paths or SpecPlace.Callback => new Keyword(Shape.One, SpecPlace.PathItem),
            SpecPlace.Responses => new Keyword(Shape.One, SpecPlace.Response),
            _ => null,
        };
    }
}
