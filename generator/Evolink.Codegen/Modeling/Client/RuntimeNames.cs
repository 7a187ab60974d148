namespace Evolink.Codegen.Modeling.Client;

/// <summary>The runtime's public types: no generated type in the runtime's own namespace can have their names.</summary>
internal static class RuntimeNames
{
    public static readonly string[] Types = ["ApiCall", "ApiDescriptor", "ApiField", "ApiOperation", "ApiPipeline", "ApiResponsePipeline", "EvolinkResponse", "ParameterStyle", "UploadFile"];
}
