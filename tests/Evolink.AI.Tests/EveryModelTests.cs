using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Evolink.AI.Tests;

/// <summary>Every image model of the catalogue makes an image through the interface.</summary>
public sealed class EveryModelTests(EveryModelTests.Service service) : IClassFixture<EveryModelTests.Service>
{
    private static readonly Uri s_picture = new("https://cdn.example.com/cat.png");

    public static TheoryData<string> ImageModels => [.. EvolinkModels.All.Where(static model => model.Kind == ModelKind.Image).Select(static model => model.Id).Distinct()];

    [Theory, MemberData(nameof(ImageModels))]
    public async Task AnImage_IsMadeByEveryModel(string id)
    {
        SimulatedImages images = service.Images;
        ModelInfo model = EvolinkModels.Find(id)!;
        ModelParameter? original = model.Parameters.FirstOrDefault(static parameter => parameter.Media?.Kind == "image");
        JsonElement example = JsonDocument.Parse(model.Example!).RootElement;
        bool isEdit = original is not null && example.TryGetProperty(original.Name, out _);

        // What the interface has no word for, and the model does not work without.
        ImageGenerationOptions options = new() { ModelId = id, AdditionalProperties = [] };
        foreach (JsonProperty member in example.EnumerateObject().Where(member => member.Name is not ("model" or "prompt") && member.Name != original?.Name))
        {
            options.AdditionalProperties[member.Name] = member.Value;
        }

        string prompt = model.Parameters.Any(static parameter => parameter.Name == "prompt") ? "A cat on a meadow" : "";
        ImageGenerationRequest request = new(prompt, isEdit ? [new UriContent(s_picture, "image/png")] : null);
        Microsoft.Extensions.AI.ImageGenerationResponse response = await images.Generator().GenerateAsync(request, options, TestContext.Current.CancellationToken);

        Assert.NotEmpty(response.Contents);
        Assert.All(response.Contents, static content => Assert.True(Assert.IsType<UriContent>(content).HasTopLevelMediaType("image")));
        JsonElement body = images.SentTo(id);
        Assert.Equal(prompt, body.TryGetProperty("prompt", out JsonElement sent) ? sent.GetString() : "");
        Assert.Equal(isEdit, body.ToString().Contains(s_picture.AbsoluteUri, StringComparison.Ordinal));
    }

    /// <summary>One service for all of them: it reads every specification when it starts.</summary>
    public sealed class Service : IAsyncLifetime
    {
        internal SimulatedImages Images { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Images = await SimulatedImages.StartAsync();

        public ValueTask DisposeAsync() => Images.DisposeAsync();
    }
}
