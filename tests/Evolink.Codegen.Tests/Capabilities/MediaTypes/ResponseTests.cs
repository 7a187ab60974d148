using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.MediaTypes;

/// <summary>What comes decides how a response is read: by its media type, and by its status.</summary>
public sealed class ResponseTests
{
    private static Consumer Own => Consumer.OfFile("MediaTypes/responses.yaml", """
        public static async Task<string?> Whole(EvolinkClient client) => (await client.Speeches.CreateSpeechAsync(new() { Text = "t" })).Name;

        public static async Task<string> Words(EvolinkClient client)
        {
            var words = new List<string>();
            await foreach (Word word in client.Speeches.StreamSpeechAsync(new() { Text = "t" })) words.Add(word.Word_!);
            return string.Join("+", words);
        }

        public static async Task Twice(EvolinkClient client)
        {
            IAsyncEnumerable<Word> words = client.Speeches.StreamSpeechAsync(new() { Text = "t" });
            await foreach (Word word in words) { }
            await foreach (Word word in words) { }
        }

        public static async Task<string> Logs(EvolinkClient client)
        {
            var lines = new List<string>();
            await foreach (var line in client.Logs.GetLogsAsync()) lines.Add($"{line.EventId} {line.EventType} {line.Data}");
            return string.Join("+", lines);
        }

        public static async Task<string> Parts(EvolinkClient client)
        {
            var parts = new List<string>();
            await foreach (var part in client.Logs.GetPartsAsync()) parts.Add(JsonSerializer.Serialize(part));
            return string.Join("+", parts);
        }

        public static async Task<string> Image(EvolinkClient client)
        {
            await using EvolinkContent<Speech> image = await client.Images.GetImageAsync();
            return image.HasValue ? "value " + image.Value!.Name : $"{image.MediaType} {await image.ReadTextAsync()}";
        }

        public static async Task<string> Rock(EvolinkClient client)
        {
            await using EvolinkContent<JsonElement> rock = await client.Rocks.GetRockAsync();
            return rock.HasValue ? rock.Value.GetRawText() : $"{(int)rock.StatusCode} {rock.MediaType}";
        }

        public static async Task<string> Png(EvolinkClient client)
        {
            await using EvolinkContent<Speech> image = await client.Images.GetImageAsync(accept: "image/png");
            return image.MediaType!;
        }

        public static async Task<string> Bytes(EvolinkClient client)
        {
            using var reader = new StreamReader(await client.Images.GetBytesAsync(accept: "image/webp"));
            return await reader.ReadToEndAsync();
        }

        public static async Task<string> Either(EvolinkClient client)
        {
            EvolinkResponse<EvolinkContent> either = await client.Images.WithResponse.GetEitherAsync();
            await using EvolinkContent content = either.Value;
            return $"{(int)either.StatusCode} {content.MediaType} {await content.ReadTextAsync()}";
        }

        public static async Task<string> Wildcard(EvolinkClient client)
        {
            using var reader = new StreamReader(await client.Images.GetWildcardAsync());
            return await reader.ReadToEndAsync();
        }

        public static async Task<string?> Pet(EvolinkClient client) => (await client.Pets.GetPetAsync())?.Name ?? "unchanged";
        public static Task<string> PetAsXml(EvolinkClient client) => client.Pets.GetPetAsTextAsync();

        public static async Task<string?> Stars(EvolinkClient client) => (await client.Stars.GetStarsAsync()).Name;
        public static async Task<string?> StarList(EvolinkClient client) => (await client.Stars.GetStarsAsVndExampleStarJsonAsync())[0].Word_;
        public static async Task<string?> RawStars(EvolinkClient client) =>
            (await client.Stars.WithResponse.GetStarsAsVndExampleRawJsonAsync()).Value.Raw + typeof(StarsClient).GetMethods().Count(method => method.Name.StartsWith("GetStars"));

        public static async Task<string> Download(EvolinkClient client) => (await client.Downloads.DownloadAsync()).ToString();
        public static async Task<string> Headers(EvolinkClient client)
        {
            EvolinkResponse<Uri> found = await client.Downloads.WithResponse.DownloadAsync();
            return $"{(int)found.StatusCode} {found.Headers["Location"]}";
        }

        public static async Task<string?> IsMember(EvolinkClient client) => (await client.Downloads.IsMemberAsync())?.ToString();
        public static async Task<string> Content(EvolinkClient client)
        {
            await using EvolinkContent content = await client.Downloads.ContentAsync();
            return $"{(int)content.StatusCode} {content.Location} {await content.ReadTextAsync()}";
        }

        public static Task Undocumented(EvolinkClient client) => client.Downloads.UndocumentedAsync();
        """);

    [Fact]
    public void NothingIsLeftOut() => Own.Generation.AssertNoDiagnostics();

    [Theory]
    [InlineData("Whole", "application/json", "{\"name\":\"n\"}", "application/json", "n")]
    [InlineData("Words", "text/event-stream", "data: {\"word\":\"a\"}\n\n: still here\n\ndata: {\"word\":\"b\"}\n\ndata: [DONE]\n\ndata: not read\n\n", "text/event-stream", "a+b")]
    [InlineData("Logs", "text/event-stream; charset=utf-8", "id: 7\nevent: line\ndata: x\ndata: y\n\ndata: z\n\n", "text/event-stream", "7 line x\ny+ message z")]
    [InlineData("Parts", "text/event-stream", "data: {\"a\":\"1\"}\n\ndata: {\"b\":\"2\"}\n\n", "text/event-stream", "{\"a\":\"1\"}+{\"b\":\"2\"}")]
    [InlineData("Image", "application/json", "{\"name\":\"n\"}", "application/json, text/plain, image/png", "value n")]
    [InlineData("Image", "image/png", "PNG", "application/json, text/plain, image/png", "image/png PNG")]
    [InlineData("Image", "text/plain", "words", "application/json, text/plain, image/png", "text/plain words")]
    [InlineData("Rock", "application/json", "[1]", "application/json, image/png", "[1]")]
    [InlineData("Rock", "application/json", "null", "application/json, image/png", "null")]
    [InlineData("Rock", "image/png", "PNG", "application/json, image/png", "200 image/png")]
    [InlineData("Png", "image/png", "PNG", "image/png", "image/png")]
    [InlineData("Bytes", "image/webp", "WEBP", "image/webp", "WEBP")]
    [InlineData("Either", "application/zip", "PK", "text/csv, application/zip", "200 application/zip PK")]
    [InlineData("Wildcard", "video/mp4", "MP4", "*/*", "MP4")]
    [InlineData("Pet", "application/json", "{\"name\":\"n\"}", "application/json", "n")]
    [InlineData("Stars", "application/json", "{\"name\":\"n\"}", "application/json", "n")]
    [InlineData("StarList", "application/vnd.example.star+json", "[{\"word\":\"w\"}]", "application/vnd.example.star+json", "w")]
    [InlineData("RawStars", "application/vnd.example.raw+json", "{\"raw\":\"r\"}", "application/vnd.example.raw+json", "r3")]
    [InlineData("PetAsXml", "application/xml", "<pet/>", "application/xml", "<pet/>")]
    public async Task WhatComes_IsReadAsWhatItIs(string method, string mediaType, string body, string accept, string expected)
    {
        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync(method, () => Consumer.Answer(body, mediaType));
        Assert.Equal((expected, accept), (result, Assert.Single(sent).Header("Accept")));
    }

    [Fact]
    public async Task TheMethodThatStreams_AsksForEvents()
    {
        Assert.Equal("""{"text":"t","stream":true}""", (await Own.SendAsync("Words", () => Consumer.Answer("", "text/event-stream"))).Body);
        Assert.Equal("""{"text":"t"}""", (await Own.SendAsync("Whole")).Body);
    }

    [Fact]
    public async Task EventsAreReadOnce_SinceTheCallMayBePaidFor() => Assert.Contains(
        "read once",
        (await Assert.ThrowsAsync<InvalidOperationException>(() => Own.RunAsync("Twice", () => Consumer.Answer("", "text/event-stream")))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("data: {\"word\":\"a\"}\n\nevent: error\ndata: {\"error\":{\"code\":\"overloaded\",\"message\":\"m\"}}\n\n", "text/event-stream", "overloaded")]
    [InlineData("data: {\"word\"\n\n", "text/event-stream", "An event of the response cannot be read")]
    [InlineData("{\"name\":\"n\"}", "application/json", "no event stream")]
    [InlineData("<html>", "text/html", "web page")]
    public async Task WhatIsNoEvent_IsSaid(string body, string mediaType, string says) => Assert.Contains(
        says,
        (await Assert.ThrowsAnyAsync<EvolinkException>(() => Own.RunAsync("Words", () => Consumer.Answer(body, mediaType)))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Download", 302, "https://files.example.net/a?x=1", "https://files.example.net/a?x=1")]
    [InlineData("Download", 302, "/b", "https://api.example.com/b")]
    [InlineData("Headers", 302, "/b", "302 /b")]
    [InlineData("IsMember", 303, "https://api.example.com/c", "https://api.example.com/c")]
    [InlineData("IsMember", 204, null, null)]
    [InlineData("Content", 307, "https://files.example.net/d", "307 https://files.example.net/d ")]
    [InlineData("Content", 200, null, "200  ")]
    [InlineData("Pet", 304, null, "unchanged")]
    [InlineData("Rock", 304, null, "304 ")]
    public async Task ADocumentedStatus_IsAResult_AndNoRedirectIsFollowed(string method, int status, string? location, string? expected)
    {
        HttpResponseMessage Answer()
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status);
            if (location is not null) answer.Headers.Location = new Uri(location, UriKind.RelativeOrAbsolute);
            return answer;
        }

        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync(method, Answer);
        Assert.Equal(expected, result);
        Assert.Equal("api.example.com", Assert.Single(sent).Uri.Host);
    }

    [Theory]
    [InlineData("Undocumented", 302)]
    [InlineData("Undocumented", 304)]
    [InlineData("Download", 301)]
    public async Task AStatusThatNoDocumentNames_IsAnError(string method, int status) => Assert.Equal(
        status, (int)(await Assert.ThrowsAsync<EvolinkApiException>(() => Own.RunAsync(method, () => new HttpResponseMessage((HttpStatusCode)status)))).StatusCode);

    [Fact]
    public async Task ARedirectThatLeadsNowhere_IsSaid() => Assert.Contains(
        "where it leads",
        (await Assert.ThrowsAsync<EvolinkResponseException>(() => Own.RunAsync("Download", () => new HttpResponseMessage(HttpStatusCode.Found)))).Message,
        StringComparison.Ordinal);
}
