using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Evolink.AI.Tests;

/// <summary>What becomes of a task: addresses or data, its usage, its failure, and who can be asked for what.</summary>
public sealed class ResponseTests
{
    private const string Model = "gpt-image-2";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Data_IsDownloaded()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        Microsoft.Extensions.AI.ImageGenerationResponse response = await images.Generator(Model).GenerateImagesAsync("A cat", new() { ResponseFormat = ImageGenerationResponseFormat.Data }, Cancellation);
        DataContent image = Assert.IsType<DataContent>(Assert.Single(response.Contents));
        Assert.Equal("image/png", image.MediaType);
        Assert.Equal("\u0089PNG", string.Concat(image.Data[..4].ToArray().Select(static value => (char)value)));
    }

    [Fact]
    public async Task AnAddressWithAnOddEnding_IsAnImageAllTheSame()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync(TaskScript.Completing(TimeSpan.Zero, TimeSpan.Zero) with { Results = ["https://cdn.example.com/cat.png@1024w"] });
        Microsoft.Extensions.AI.ImageGenerationResponse response = await images.Generator(Model).GenerateImagesAsync("A cat", null, Cancellation);
        UriContent image = Assert.IsType<UriContent>(Assert.Single(response.Contents));
        Assert.Equal(("https://cdn.example.com/cat.png@1024w", "image/*"), (image.Uri.AbsoluteUri, image.MediaType));
    }

    [Fact]
    public async Task AHostedResult_IsRefusedBeforeAnythingIsSent()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() =>
            images.Generator(Model).GenerateImagesAsync("A cat", new() { ResponseFormat = ImageGenerationResponseFormat.Hosted }, Cancellation));
        Assert.Empty(images.Simulator.Requests);
    }

    [Fact]
    public async Task TheTask_IsTheRawRepresentation_AndItsCreditsAreTheUsage()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        Microsoft.Extensions.AI.ImageGenerationResponse response = await images.Generator(Model).GenerateImagesAsync("A cat", null, Cancellation);
        TaskDetailResponse task = Assert.IsType<TaskDetailResponse>(response.RawRepresentation);
        LedgerEntry charge = Assert.Single(images.Simulator.Ledger);
        Assert.Equal(charge.TaskId, task.Id);
        Assert.Equal((long)Math.Ceiling(charge.Credits), response.Usage!.AdditionalCounts!["credits"]);
    }

    [Fact]
    public async Task AFailure_CarriesTheTasksId()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync(TaskScript.Failing(TimeSpan.Zero, new TaskFailure("content_policy_violation", "No cats.")));
        EvolinkTaskFailedException failed = await Assert.ThrowsAsync<EvolinkTaskFailedException>(() => images.Generator(Model).GenerateImagesAsync("A cat", null, Cancellation));
        Assert.Equal(Assert.Single(images.Simulator.Ledger).TaskId, failed.TaskId);
    }

    [Fact]
    public async Task TheContainersClient_IsTheGenerators()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        await using ServiceProvider provider = new ServiceCollection().AddSingleton(images.Client).AddEvolinkImageGenerator(Model).BuildServiceProvider();
        IImageGenerator generator = provider.GetRequiredService<IImageGenerator>();
        await generator.GenerateImagesAsync("A cat", null, Cancellation);
        Assert.Equal(Model, images.Sent.GetProperty("model").GetString());
        Assert.Same(images.Client, generator.GetService<EvolinkClient>());
        Assert.Equal(Model, generator.GetRequiredService<ImageGeneratorMetadata>().DefaultModelId);
    }

    [Fact]
    public void AWrongDefaultModel_IsFoundWhereItIsRegistered() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddEvolinkImageGenerator("gpt-image"));
}
