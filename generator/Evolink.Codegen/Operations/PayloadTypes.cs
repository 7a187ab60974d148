using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Naming;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>
/// The types of a document that has no operations: what its webhooks send, and its schemas. Who receives webhooks reads them, so they are as lenient
/// as the types of responses.
/// </summary>
internal static class PayloadTypes
{
    public static void Declare(SpecDocument document, TypeBuilder responses)
    {
        if (document is not { IsReadable: true, Root: { } root })
        {
            return;
        }

        foreach ((string name, SpecNode schema) in Payloads(document, root))
        {
            SchemaView view = SchemaView.From(schema);
            responses.TypeOf(view, TypeHint.ForBody(Words.Identifier(name, "Webhook") + "Payload", view.Identity));
        }

        foreach (SpecMember schema in root["components"]?["schemas"]?.Members ?? [])
        {
            responses.TypeOf(SchemaView.From(schema.Value), TypeHint.ForParameter(Words.Identifier(schema.Name, "Schema"), schema.Name));
        }
    }

    private static IEnumerable<(string Name, SpecNode Schema)> Payloads(SpecDocument document, SpecNode root) =>
        from webhook in root["webhooks"]?.Members ?? []
        let pathItem = document.Resolve(webhook.Value)
        where pathItem is not null
        from operation in OperationReader.MethodsOf(pathItem, DocumentKind.IsVersion32(root))
        let schema = MediaContents.JsonSchema(operation.Value["requestBody"])
        where schema is { Kind: SpecNodeKind.Object }
        select (webhook.Name, schema);
}
