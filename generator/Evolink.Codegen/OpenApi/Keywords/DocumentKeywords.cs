using System.Collections.Generic;

namespace Evolink.Codegen.OpenApi;

/// <summary>The keywords of a document and of what it keeps for all of its operations.</summary>
internal static class DocumentKeywords
{
    public static readonly Dictionary<string, Keyword> Document = new()
    {
        ["openapi"] = Keyword.Prose,
        ["info"] = Keyword.One(ObjectRole.Info),
        ["servers"] = Keyword.List(ObjectRole.Server),
        ["paths"] = Keyword.One(ObjectRole.Paths),
        ["webhooks"] = Keyword.Map(ObjectRole.PathItem),
        ["components"] = Keyword.One(ObjectRole.Components),
        ["security"] = Keyword.List(ObjectRole.Opaque),
        ["tags"] = Keyword.List(ObjectRole.Tag),
        ["externalDocs"] = Keyword.One(ObjectRole.Opaque),
        ["$self"] = Keyword.Text,
        ["jsonSchemaDialect"] = Keyword.Text,
        // Swagger 2 kept schemas here; converted documents often still do.
        ["definitions"] = Keyword.Map(ObjectRole.Schema),
    };

    public static readonly Dictionary<string, Keyword> Info = new()
    {
        ["title"] = Keyword.Prose,
        ["summary"] = Keyword.Prose,
        ["description"] = Keyword.Prose,
        ["termsOfService"] = Keyword.Text,
        ["version"] = Keyword.Prose,
        ["contact"] = Keyword.One(ObjectRole.Opaque),
        ["license"] = Keyword.One(ObjectRole.Opaque),
    };

    public static readonly Dictionary<string, Keyword> Server = new()
    {
        ["url"] = Keyword.Text,
        ["description"] = Keyword.Prose,
        ["name"] = Keyword.Prose,
        ["variables"] = Keyword.Map(ObjectRole.Opaque),
    };

    public static readonly Dictionary<string, Keyword> Tag = new()
    {
        ["name"] = Keyword.Prose,
        ["summary"] = Keyword.Prose,
        ["description"] = Keyword.Prose,
    };

    public static readonly Dictionary<string, Keyword> Components = new()
    {
        ["schemas"] = Keyword.Map(ObjectRole.Schema),
        ["responses"] = Keyword.Map(ObjectRole.Response),
        ["parameters"] = Keyword.Map(ObjectRole.Parameter),
        ["examples"] = Keyword.Map(ObjectRole.Example),
        ["requestBodies"] = Keyword.Map(ObjectRole.RequestBody),
        ["headers"] = Keyword.Map(ObjectRole.Parameter),
        ["securitySchemes"] = Keyword.Map(ObjectRole.SecurityScheme),
        ["links"] = Keyword.Map(ObjectRole.Link),
        ["callbacks"] = Keyword.Map(ObjectRole.Callback),
        ["pathItems"] = Keyword.Map(ObjectRole.PathItem),
        ["mediaTypes"] = Keyword.Map(ObjectRole.MediaType),
    };

    public static readonly Dictionary<string, Keyword> SecurityScheme = new()
    {
        ["type"] = Keyword.Text,
        ["description"] = Keyword.Prose,
        ["name"] = Keyword.Text,
        ["in"] = Keyword.Text,
        ["scheme"] = Keyword.Text,
        ["bearerFormat"] = Keyword.Text,
        ["flows"] = Keyword.One(ObjectRole.Opaque),
        ["openIdConnectUrl"] = Keyword.Text,
        ["oauth2MetadataUrl"] = Keyword.Text,
        ["deprecated"] = Keyword.Flag,
    };
}
