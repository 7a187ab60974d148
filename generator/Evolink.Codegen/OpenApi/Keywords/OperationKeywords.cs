using System.Collections.Generic;

namespace Evolink.Codegen.OpenApi;

/// <summary>The keywords of paths and operations, and of what operations take and give.</summary>
internal static class OperationKeywords
{
    public static readonly Dictionary<string, Keyword> PathItem = new()
    {
        ["summary"] = Keyword.Prose,
        ["description"] = Keyword.Prose,
        ["servers"] = Keyword.List(ObjectRole.Server),
        ["parameters"] = Keyword.List(ObjectRole.Parameter),
        ["get"] = Keyword.One(ObjectRole.Operation),
        ["put"] = Keyword.One(ObjectRole.Operation),
        ["post"] = Keyword.One(ObjectRole.Operation),
        ["delete"] = Keyword.One(ObjectRole.Operation),
        ["options"] = Keyword.One(ObjectRole.Operation),
        ["head"] = Keyword.One(ObjectRole.Operation),
        ["patch"] = Keyword.One(ObjectRole.Operation),
        ["trace"] = Keyword.One(ObjectRole.Operation),
        ["query"] = Keyword.One(ObjectRole.Operation),
        ["additionalOperations"] = Keyword.Map(ObjectRole.Operation),
    };

    public static readonly Dictionary<string, Keyword> Operation = new()
    {
        ["tags"] = new Keyword(ValueKind.Texts),
        ["summary"] = Keyword.Prose,
        ["description"] = Keyword.Prose,
        ["externalDocs"] = Keyword.One(ObjectRole.Opaque),
        ["operationId"] = Keyword.Text,
        ["parameters"] = Keyword.List(ObjectRole.Parameter),
        ["requestBody"] = Keyword.One(ObjectRole.RequestBody),
        ["responses"] = Keyword.One(ObjectRole.Responses),
        ["callbacks"] = Keyword.Map(ObjectRole.Callback),
        ["deprecated"] = Keyword.Flag,
        ["security"] = Keyword.List(ObjectRole.Opaque),
        ["servers"] = Keyword.List(ObjectRole.Server),
    };

    // Headers are parameters without a name.
    public static readonly Dictionary<string, Keyword> Parameter = new()
    {
        ["name"] = Keyword.Text,
        ["in"] = Keyword.Text,
        ["description"] = Keyword.Prose,
        ["required"] = Keyword.Flag,
        ["deprecated"] = Keyword.Flag,
        ["allowEmptyValue"] = Keyword.Flag,
        ["style"] = Keyword.Text,
        ["explode"] = Keyword.Flag,
        ["allowReserved"] = Keyword.Flag,
        ["schema"] = Keyword.One(ObjectRole.Schema),
        ["content"] = Keyword.Map(ObjectRole.MediaType),
        ["examples"] = Keyword.Map(ObjectRole.Example),
    };

    public static readonly Dictionary<string, Keyword> RequestBody = new()
    {
        ["description"] = Keyword.Prose,
        ["content"] = Keyword.Map(ObjectRole.MediaType),
        ["required"] = Keyword.Flag,
    };

    public static readonly Dictionary<string, Keyword> Response = new()
    {
        ["summary"] = Keyword.Prose,
        ["description"] = Keyword.Prose,
        ["headers"] = Keyword.Map(ObjectRole.Parameter),
        ["content"] = Keyword.Map(ObjectRole.MediaType),
        ["links"] = Keyword.Map(ObjectRole.Link),
    };

    public static readonly Dictionary<string, Keyword> MediaType = new()
    {
        ["schema"] = Keyword.One(ObjectRole.Schema),
        ["itemSchema"] = Keyword.One(ObjectRole.Schema),
        ["examples"] = Keyword.Map(ObjectRole.Example),
        ["encoding"] = Keyword.Map(ObjectRole.Encoding),
        ["prefixEncoding"] = Keyword.List(ObjectRole.Encoding),
        ["itemEncoding"] = Keyword.One(ObjectRole.Encoding),
    };

    public static readonly Dictionary<string, Keyword> Encoding = new()
    {
        ["contentType"] = Keyword.Text,
        ["headers"] = Keyword.Map(ObjectRole.Parameter),
        ["style"] = Keyword.Text,
        ["explode"] = Keyword.Flag,
        ["allowReserved"] = Keyword.Flag,
    };
}
