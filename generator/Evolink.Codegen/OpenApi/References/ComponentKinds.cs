namespace Evolink.Codegen.OpenApi;

/// <summary>Where the components of a document keep objects of each role that can be referred to.</summary>
internal static class ComponentKinds
{
    public static string Of(ObjectRole role) => role switch
    {
        ObjectRole.Parameter => "parameters",
        ObjectRole.RequestBody => "requestBodies",
        ObjectRole.Response => "responses",
        ObjectRole.MediaType => "mediaTypes",
        ObjectRole.PathItem => "pathItems",
        ObjectRole.Callback => "callbacks",
        ObjectRole.Example => "examples",
        ObjectRole.Link => "links",
        ObjectRole.SecurityScheme => "securitySchemes",
        _ => "schemas",
    };
}
