using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace Evolink.Codegen.Benchmarks.Rivals;

/// <summary>The client that NSwag makes of a document, with System.Text.Json.</summary>
internal static class NSwagClient
{
    public static string Generate(string document, string ns)
    {
        OpenApiDocument parsed = OpenApiYamlDocument.FromYamlAsync(document).GetAwaiter().GetResult();
        CSharpClientGeneratorSettings settings = new() { ClassName = "Client" };
        settings.CSharpGeneratorSettings.Namespace = ns;
        settings.CSharpGeneratorSettings.JsonLibrary = CSharpJsonLibrary.SystemTextJson;
        return new CSharpClientGenerator(parsed, settings).GenerateFile();
    }
}
