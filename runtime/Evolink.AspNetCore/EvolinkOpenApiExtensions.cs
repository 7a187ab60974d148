using Evolink.OpenApi;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Evolink;

/// <summary>Shows what requests are made of in the host's OpenAPI document.</summary>
public static class EvolinkOpenApiExtensions
{
    /// <summary>
    /// Gives each request type its schema: properties, limits and descriptions as in the model's specification. Without it a document has
    /// <c>{}</c> for them, since they are read and written by converters of their own.
    /// </summary>
    /// <param name="options">The document's options: <c>services.AddOpenApi(options => options.AddEvolinkSchemas())</c>.</param>
    /// <param name="models">The models; by default those of <see cref="EvolinkModels"/>. A client of own specifications has a list of its own.</param>
    /// <returns>The options.</returns>
    public static OpenApiOptions AddEvolinkSchemas(this OpenApiOptions options, IEnumerable<ModelInfo>? models = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Lazy<ILookup<Type, ModelInfo>> byType = new(() => (models ?? EvolinkModels.All).ToLookup(static model => model.RequestType));
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Type type = context.JsonTypeInfo.Type;
            if (type == typeof(GenerationRequest)) DescribeAnyModel(schema);
            else if (byType.Value[type].FirstOrDefault() is { } model) RequestSchema.Create(model).CopyTo(schema);
            return Task.CompletedTask;
        });
        return options;
    }

    // All of them together would be megabytes. The model's name says which one holds.
    private static void DescribeAnyModel(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Description = "The request of any model. Its other members are those of the model.";
        schema.Required = new HashSet<string> { "model" };
        schema.Properties = new Dictionary<string, IOpenApiSchema> { ["model"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The model's id." } };
    }
}
