using System.Drawing;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Evolink.AI.Tests;

/// <summary>What the interface has a name for becomes the model's own parameters; what a model lacks is refused before anything is sent.</summary>
public sealed class RequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gpt-image-2", 1024, 768, "1024x768")]
    [InlineData("gpt-image-1.5", 1024, 1536, "1024x1536")]
    [InlineData("gpt-image-1.5", 512, 512, "1:1")]
    [InlineData("gemini-3-pro-image-preview", 1920, 1080, "16:9")]
    [InlineData("grok-imagine-image-2.0", 900, 1950, "9:19.5")]
    public async Task ASize_IsSaidAsTheModelSaysIt(string model, int width, int height, string size)
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        await images.Generator(model).GenerateImagesAsync("A cat", new() { ImageSize = new Size(width, height) }, Cancellation);
        Assert.Equal(size, images.Sent.GetProperty("size").GetString());
    }

    [Fact]
    public async Task ASizeThatTheModelDoesNotHave_IsRefused_AndItsSizesAreNamed()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            images.Generator("nano-banana-beta").GenerateImagesAsync("A cat", new() { ImageSize = new Size(1000, 100) }, Cancellation));
        Assert.Equal("The model makes no images of 1000x100. Its sizes are 1:1, 2:3, 3:2, 4:3, 3:4, 16:9, 9:16.", refused.Message.Replace("auto, ", ""));
        Assert.Empty(images.Simulator.Requests);
    }

    [Fact]
    public async Task CountAndFormat_AreParameters()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        await images.Generator("gpt-image-2").GenerateImagesAsync("A cat", new() { Count = 2, MediaType = "image/webp" }, Cancellation);
        Assert.Equal(2, images.Sent.GetProperty("n").GetInt32());
        Assert.Equal("webp", images.Sent.GetProperty("output_format").GetString());
    }

    [Fact]
    public async Task OneImage_CanBeAskedForOfAModelThatMakesOne_AndSeveralCannot()
    {
        string one = EvolinkModels.All.First(static model => model.Kind == ModelKind.Image && model.Parameters.All(static parameter => parameter.Name != "n")
            && model.Parameters.Where(static parameter => parameter.IsRequired).All(static parameter => parameter.Name is "model" or "prompt")).Id;
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => images.Generator(one).GenerateImagesAsync("A cat", new() { Count = 2 }, Cancellation));
        Assert.StartsWith($"The model '{one}' does not take a number of images. It takes ", refused.Message, StringComparison.Ordinal);
        await images.Generator(one).GenerateImagesAsync("A cat", new() { Count = 1 }, Cancellation);
        Assert.False(images.Sent.TryGetProperty("n", out _));
    }

    [Fact]
    public async Task OtherParameters_AreSetByTheirNamesInTheApi()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        ImageGenerationOptions options = new() { AdditionalProperties = new() { ["seed"] = 7, ["watermark"] = true, ["callback_url"] = new Uri("https://example.com/done") } };
        await images.Generator("qwen-image-3.0").GenerateImagesAsync("A cat", options, Cancellation);
        Assert.Equal(7, images.Sent.GetProperty("seed").GetInt32());
        Assert.Equal("https://example.com/done", images.Sent.GetProperty("callback_url").GetString());
        Assert.Equal(JsonValueKind.True, images.Sent.GetProperty("watermark").ValueKind);
    }

    [Fact]
    public async Task AParameterThatTheModelDoesNotHave_IsRefused()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            images.Generator("gpt-image-2").GenerateImagesAsync("A cat", new() { AdditionalProperties = new() { ["sede"] = 7 } }, Cancellation));
        Assert.StartsWith("The model 'gpt-image-2' does not take sede. It takes model, prompt, ", refused.Message, StringComparison.Ordinal);
        Assert.Empty(images.Simulator.Requests);
    }

    [Fact]
    public async Task ATypedRequest_IsSentAsItIs_WithThePromptOfTheCall()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        ImageGenerationOptions options = new()
        {
            Count = 3,
            RawRepresentationFactory = _ => new GptImage2Request { Prompt = "", N = 2, Quality = "low" },
        };
        await images.Generator().GenerateImagesAsync("A cat", options, Cancellation);
        Assert.Equal("gpt-image-2", images.Sent.GetProperty("model").GetString());
        Assert.Equal("A cat", images.Sent.GetProperty("prompt").GetString());
        Assert.Equal("low", images.Sent.GetProperty("quality").GetString());
        Assert.Equal(2, images.Sent.GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task ImagesToChange_AreUploadedWhereTheyAreBytes_AndSentAsTheyAreWhereTheyAreAddresses()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        DataContent cat = (await images.Generator("gpt-image-2").GenerateImagesAsync("A cat", new() { ResponseFormat = ImageGenerationResponseFormat.Data }, Cancellation)).Contents.OfType<DataContent>().Single();
        await using SimulatedImages changed = await SimulatedImages.StartAsync();
        UriContent dog = new(new Uri("https://cdn.example.com/dog.png"), "image/png");
        await changed.Generator("gpt-image-2").EditImagesAsync([new DataContent(cat.Data, "image/png"), dog], "Both at night", null, Cancellation);

        SimulatedFile file = Assert.Single(changed.Simulator.Files);
        Assert.Equal((cat.Data.Length, "image/png"), ((int)file.Size, file.ContentType));
        string[] sent = [.. changed.Sent.GetProperty("image_urls").EnumerateArray().Select(static url => url.GetString()!)];
        Assert.Equal(2, sent.Length);
        Assert.EndsWith("/image.png", sent[0], StringComparison.Ordinal);
        Assert.Equal(dog.Uri.AbsoluteUri, sent[1]);
    }

    [Fact]
    public async Task WhatIsRefused_UploadsNothing()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        await Assert.ThrowsAsync<EvolinkValidationException>(() =>
            images.Generator("gpt-image-2").EditImagesAsync([new DataContent(new byte[] { 1 }, "image/png")], "A cat", new() { Count = 1000 }, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => images.Generator("gpt-image-2").EditImagesAsync([new DataContent(new byte[] { 1 }, "text/plain")], "A cat", null, Cancellation));
        Assert.Empty(images.Simulator.Requests);
    }

    [Fact]
    public async Task ARequestOfAnotherKind_IsRefused()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            images.Generator("gpt-image-2").GenerateImagesAsync("A cat", new() { RawRepresentationFactory = _ => "a request" }, Cancellation));
        Assert.StartsWith("ImageGenerationOptions.RawRepresentationFactory made a String", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheSpecificationForbids_IsNotSent()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        EvolinkValidationException refused = await Assert.ThrowsAsync<EvolinkValidationException>(() =>
            images.Generator("gpt-image-2").GenerateImagesAsync("A cat", new() { Count = 1000 }, Cancellation));
        Assert.Contains(refused.Results, static result => result.MemberNames.Contains("N"));
        Assert.Empty(images.Simulator.Requests);
    }

    [Fact]
    public void AModelThatMakesNoImages_IsRefusedWhereItIsNamed()
    {
        using EvolinkClient client = new("sk-simulator");
        Assert.Contains("makes no images: it is of kind Video", Assert.Throws<ArgumentException>(() => client.AsImageGenerator("kling-v3-motion-control")).Message, StringComparison.Ordinal);
        Assert.StartsWith("There is no model 'dall-e'.", Assert.Throws<ArgumentException>(() => client.AsImageGenerator("dall-e")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAModel_TheErrorSaysWhereToNameIt()
    {
        await using SimulatedImages images = await SimulatedImages.StartAsync();
        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => images.Generator().GenerateImagesAsync("A cat", null, Cancellation));
        Assert.StartsWith("No model is named. Set ImageGenerationOptions.ModelId", refused.Message, StringComparison.Ordinal);
    }
}
