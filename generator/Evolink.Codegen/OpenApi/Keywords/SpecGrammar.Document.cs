using System.Collections.Generic;

namespace Evolink.Codegen.OpenApi;

internal static partial class SpecGrammar
{
    // Properties: the order in which the fields of a partial class's files are set is nobody's promise.
    private static Keyword Text => new(Shape.Text);

    private static Keyword Prose => new(Shape.Prose);

    private static Keyword Flag => new(Shape.Flag);

    private static Dictionary<string, Keyword> Document => new()
    {
        ["openapi"] = Prose,
        ["info"] = One(SpecPlace.Info),
        ["servers"] = List(SpecPlace.Server),
        ["paths"] = One(SpecPlace.Paths),
        ["webhooks"] = Map(SpecPlace.PathItem),
        ["components"] = One(SpecPlace.Components),
        ["security"] = List(SpecPlace.Opaque),
        ["tags"] = List(SpecPlace.Tag),
        ["externalDocs"] = One(SpecPlace.Opaque),
        ["$self"] = Text,
        ["jsonSchemaDialect"] = Text,
        // Swagger 2 kept schemas here; converted documents often still do.
        ["definitions"] = Map(SpecPlace.Schema),
    };

    private static Dictionary<string, Keyword> Info => new()
    {
        ["title"] = Prose,
        ["summary"] = Prose,
        ["description"] = Prose,
        ["termsOfService"] = Text,
        ["version"] = Prose,
        ["contact"] = One(SpecPlace.Opaque),
        ["license"] = One(SpecPlace.Opaque),
    };

    private static Dictionary<string, Keyword> Server => new()
    {
        ["url"] = Text,
        ["description"] = Prose,
        ["name"] = Prose,
        ["variables"] = Map(SpecPlace.Opaque),
    };

    private static Dictionary<string, Keyword> Tag => new()
    {
        ["name"] = Prose,
        ["summary"] = Prose,
        ["description"] = Prose,
    };

    private static Dictionary<string, Keyword> Components => new()
    {
        ["schemas"] = Map(SpecPlace.Schema),
        ["responses"] = Map(SpecPlace.Response),
        ["parameters"] = Map(SpecPlace.Parameter),
        ["examples"] = Map(SpecPlace.Example),
        ["requestBodies"] = Map(SpecPlace.RequestBody),
        ["headers"] = Map(SpecPlace.Parameter),
        ["securitySchemes"] = Map(SpecPlace.SecurityScheme),
        ["links"] = Map(SpecPlace.Link),
        ["callbacks"] = Map(SpecPlace.Callback),
        ["pathItems"] = Map(SpecPlace.PathItem),
        ["mediaTypes"] = Map(SpecPlace.MediaType),
    };

    private static Dictionary<string, Keyword> SecurityScheme => new()
    {
        ["type"] = Text,
        ["description"] = Prose,
        ["name"] = Text,
        ["in"] = Text,
        ["scheme"] = Text,
        ["bearerFormat"] = Text,
        ["flows"] = One(SpecPlace.Opaque),
        ["openIdConnectUrl"] = Text,
        ["oauth2MetadataUrl"] = Text,
        ["deprecated"] = Flag,
    };

    private static Keyword One(SpecPlace place) => new(Shape.One, place);

    private static Keyword List(SpecPlace place) => new(Shape.List, place);

    private static Keyword Map(SpecPlace place) => new(Shape.Map, place);
}
