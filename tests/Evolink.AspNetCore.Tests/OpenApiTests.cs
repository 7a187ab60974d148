using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Evolink.AspNetCore.Tests;

/// <summary>A host's own document shows what a request is made of.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task ARequest_HasThePropertiesOfItsSpecification_WhereverItStands()
    {
        using JsonDocument document = await GetAsync(static app =>
        {
            app.MapPost("/dance", static (KlingV3MotionControlRequest request) => request.ToString());
            app.MapPost("/order", static (Order order) => order.Name);
        });
        JsonElement schema = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("KlingV3MotionControlRequest");
        Assert.Equal("object", schema.GetProperty("type").GetString());
        Assert.Equal(["image_urls", "model", "model_params", "video_urls"], schema.GetProperty("required").EnumerateArray().Select(static name => name.GetString()!).Order(StringComparer.Ordinal));
        JsonElement images = schema.GetProperty("properties").GetProperty("image_urls");
        Assert.Equal(1, images.GetProperty("maxItems").GetInt32());
        Assert.Equal("image", images.GetProperty("items").GetProperty("x-evolink-media").GetProperty("kind").GetString());
        Assert.Equal("#/components/schemas/KlingV3MotionControlRequest",
            document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("Order").GetProperty("properties").GetProperty("request").GetProperty("$ref").GetString());
    }

    [Fact]
    public async Task ARequestOfAnyModel_SaysThatItNamesOne()
    {
        using JsonDocument document = await GetAsync(static app => app.MapPost("/any", static (GenerationRequest request) => request.ToString()));
        JsonElement schema = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("GenerationRequest");
        Assert.Equal("model", Assert.Single(schema.GetProperty("required").EnumerateArray()).GetString());
    }

    [Fact]
    public void EveryModelsSchema_CanBePutIntoADocument() => Assert.All(EvolinkModels.All, static model =>
        Assert.Equal(model.Parameters.Select(static parameter => parameter.Name), OpenApi.RequestSchema.Create(model).Properties!.Keys));

    private static async Task<JsonDocument> GetAsync(Action<WebApplication> map)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenApi(static options => options.AddEvolinkSchemas());
        await using WebApplication app = builder.Build();
        app.MapOpenApi();
        map(app);
        await app.StartAsync(cancellation);
        using HttpClient http = new();
        return JsonDocument.Parse(await http.GetStringAsync(new Uri($"{app.Urls.First()}/openapi/v1.json"), cancellation));
    }

    private sealed record Order(string Name, KlingV3MotionControlRequest Request);
}
