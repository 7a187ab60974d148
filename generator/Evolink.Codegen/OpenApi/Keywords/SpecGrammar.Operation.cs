using System.Collections.Generic;

namespace Evolink.Codegen.OpenApi;

internal static partial class SpecGrammar
{
    private static Dictionary<string, Keyword> PathItem => new()
    {
        ["summary"] = Prose,
        ["description"] = Prose,
        ["servers"] = List(SpecPlace.Server),
        ["parameters"] = List(SpecPlace.Parameter),
        ["get"] = One(SpecPlace.Operation),
        ["put"] = One(SpecPlace.Operation),
        ["post"] = One(SpecPlace.Operation),
        ["delete"] = One(SpecPlace.Operation),
        ["options"] = One(SpecPlace.Operation),
        ["head"] = One(SpecPlace.Operation),
        ["patch"] = One(SpecPlace.Operation),
        ["trace"] = One(SpecPlace.Operation),
        ["query"] = One(SpecPlace.Operation),
        ["additionalOperations"] = Map(SpecPlace.Operation),
    };

    private static Dictionary<string, Keyword> Operation => new()
    {
        ["tags"] = new Keyword(Shape.Texts),
        ["summary"] = Prose,
        ["description"] = Prose,
        ["externalDocs"] = One(SpecPlace.Opaque),
        ["operationId"] = Text,
        ["parameters"] = List(SpecPlace.Parameter),
        ["requestBody"] = One(SpecPlace.RequestBody),
        ["responses"] = One(SpecPlace.Responses),
        ["callbacks"] = Map(SpecPlace.Callback),
        ["deprecated"] = Flag,
        ["security"] = List(SpecPlace.Opaque),
        ["servers"] = List(SpecPlace.Server),
    };

    // Headers are parameters without a name.
    private static Dictionary<string, Keyword> Parameter => new()
    {
        ["name"] = Text,
        ["in"] = Text,
        ["description"] = Prose,
        ["required"] = Flag,
        ["deprecated"] = Flag,
        ["allowEmptyValue"] = Flag,
        ["style"] = Text,
        ["explode"] = Flag,
        ["allowReserved"] = Flag,
        ["schema"] = One(SpecPlace.Schema),
        ["content"] = Map(SpecPlace.MediaType),
        ["examples"] = Map(SpecPlace.Example),
    };

    private static Dictionary<string, Keyword> RequestBody => new()
    {
        ["description"] = Prose,
        ["content"] = Map(SpecPlace.MediaType),
        ["required"] = Flag,
    };

    private static Dictionary<string, Keyword> Response => new()
    {
        ["summary"] = Prose,
        ["description"] = Prose,
        ["headers"] = Map(SpecPlace.Parameter),
        ["content"] = Map(SpecPlace.MediaType),
        ["links"] = Map(SpecPlace.Link),
    };

    private static Dictionary<string, Keyword> MediaType => new()
    {
        ["schema"] = One(SpecPlace.Schema),
        ["itemSchema"] = One(SpecPlace.Schema),
        ["examples"] = Map(SpecPlace.Example),
        ["encoding"] = Map(SpecPlace.Encoding),
        ["prefixEncoding"] = List(SpecPlace.Encoding),
        ["itemEncoding"] = One(SpecPlace.Encoding),
    };

    private static Dictionary<string, Keyword> Encoding => new()
    {
        ["contentType"] = Text,
        ["headers"] = Map(SpecPlace.Parameter),
        ["style"] = Text,
        ["explode"] = Flag,
        ["allowReserved"] = Flag,
    };
}
