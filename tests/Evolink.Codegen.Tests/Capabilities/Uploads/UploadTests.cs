using System.Text.Json.Nodes;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Uploads;

/// <summary>An operation that uploads has <c>UploadAsync</c> beside it; a request that names local files is sent with them uploaded, where that is asked for.</summary>
public sealed class UploadTests : IDisposable
{
    private const string Body = """
        public static string Picture = "", Music = "", Photo = "";

        public static Task<UploadedFile> Path(EvolinkClient client) => client.Files.UploadAsync(Picture, new() { Folder = "cats", FileName = "my cat.png" });

        public static Task<UploadedFile> Stream(EvolinkClient client) => client.Files.UploadAsync(new MemoryStream("abc"u8.ToArray()), "a.txt");

        public static Task<UploadedFile> Url(EvolinkClient client) => client.Files.UploadAsync(new Uri("https://cdn.example.com/a.png"));

        public static Task<UploadedFile> Private(EvolinkClient client) => client.Files.UploadAsync(new Uri("http://10.0.0.1/a.png"));

        public static async Task<Uri> AsUri(EvolinkClient client)
        {
            FilmRequest request = new() { Pictures = [await client.Files.UploadAsync(Picture)] };
            return request.Pictures[0];
        }

        public static Task Local(EvolinkClient client, HttpClient http) => Uploading(http).SubmitAsync(Request(Picture, new Uri(Music).AbsoluteUri));

        public static Task Typo(EvolinkClient client, HttpClient http) => Uploading(http).SubmitAsync(Request("nowhere.png", null));

        public static Task Invalid(EvolinkClient client, HttpClient http) => Uploading(http).SubmitAsync(Request(Picture, null) with { Prompt = new string('a', 21) });

        public static Task Data(EvolinkClient client, HttpClient http) => Uploading(http).SubmitAsync(Request("data:image/png;base64,AAAA", null));

        public static Task Swapped(EvolinkClient client, HttpClient http) => Uploading(http).SubmitAsync(Request(Music, Picture));

        public static Task Large(EvolinkClient client, HttpClient http) => Uploading(http).SubmitAsync(Request(Photo, null));

        public static Task Off(EvolinkClient client) => client.SubmitAsync(Request(Picture, null));

        private static FilmRequest Request(string picture, string? music) => new()
        {
            Prompt = Picture.Length > 20 ? Picture[..20] : Picture,
            Pictures = [new("https://example.com/a.png"), new(picture, UriKind.RelativeOrAbsolute), new(picture, UriKind.RelativeOrAbsolute)],
            Scene = music is null ? null : new() { Music = new(music) },
        };

        private static EvolinkClient Uploading(HttpClient http) => new(new EvolinkOptions { ApiKey = "sk-test-0123456789", UploadLocalFiles = true }, http);
        """;

    private readonly TempFolder _folder = new();

    public UploadTests()
    {
        string picture = Path.Combine(_folder.Path, "cat.dat"), music = Path.Combine(_folder.Path, "song.mp3");
        File.WriteAllBytes(picture, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]);
        File.WriteAllText(music, "ID3");
        string photo = Path.Combine(_folder.Path, "photo.gif");
        File.WriteAllBytes(photo, [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'9', (byte)'a', .. new byte[600]]);
        Own.Set("Photo", photo);
        Own.Set("Picture", picture);
        Own.Set("Music", music);
    }

    private static Consumer Own { get; } = Consumer.OfFile("Uploads/uploads.yaml", Body);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheDocument_IsWhole() => Own.Generation.AssertNoDiagnostics();

    [Fact]
    public async Task AFile_IsSentWithItsNameAndFolder_AndAsWhatItsFirstBytesSay()
    {
        (object? result, IReadOnlyList<Sent> sent) = await Own.RunAsync("Path", Kept("https://films.example.com/1"));

        Sent request = Assert.Single(sent);
        string body = request.Body!.Replace("\"", "", StringComparison.Ordinal);
        Assert.Equal("/v1/files/send", request.Target);
        Assert.Contains("name=place\r\n\r\ncats\r\n", body, StringComparison.Ordinal);
        Assert.Contains("name=title\r\n\r\nmy cat.png\r\n", body, StringComparison.Ordinal);
        Assert.Contains("name=content; filename=my cat.png\r\nContent-Type: image/png\r\n", body, StringComparison.Ordinal);
        var file = (UploadedFile)result!;
        Assert.Equal(("https://films.example.com/1", "17", "image/png", 11L), (file.Url.OriginalString, file.Id, file.ContentType, file.Size));
        Assert.Equal(new DateTimeOffset(2026, 1, 4, 12, 0, 0, TimeSpan.Zero), file.ExpiresAt);
    }

    [Fact]
    public async Task AStream_IsSent() =>
        Assert.Contains("\r\nabc\r\n", (await Own.SendAsync("Stream", Kept("https://films.example.com/1"))).Body!, StringComparison.Ordinal);

    [Fact]
    public async Task AnAddress_IsSentAsJson() =>
        Assert.Equal(("/v1/files/fetch", """{"from":"https://cdn.example.com/a.png"}"""), Target(await Own.SendAsync("Url", Kept("https://films.example.com/1"))));

    [Fact]
    public async Task AnAddressThatIsNotPublic_IsNotSent() =>
        Assert.Contains("from: must be a public http or https URL", (await Assert.ThrowsAsync<EvolinkValidationException>(() => Own.RunAsync("Private"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task TheFile_StandsForItsUrl() => Assert.Equal(new Uri("https://films.example.com/1"), (await Own.RunAsync("AsUri", Kept("https://films.example.com/1"))).Result);

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("films/1")]
    [InlineData("")]
    public async Task AResponseWithoutAUrl_IsUnusable(string url) =>
        Assert.Contains("/data/link", (await Assert.ThrowsAsync<EvolinkResponseException>(() => Own.RunAsync("Path", Kept(url)))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task LocalFiles_AreUploadedOnce_AndTheirUrlsStandInTheirPlace()
    {
        int asked = 0;
        (_, IReadOnlyList<Sent> sent) = await Own.RunAsync("Local", () => Consumer.Json(++asked < 3
            ? $$$"""{"data":{"link":"https://films.example.com/{{{asked}}}"}}"""
            : """{"id":"t-1","status":"pending"}"""));

        Assert.Equal(["/v1/files/send", "/v1/files/send", "/v1/films"], sent.Select(request => request.Target));
        JsonNode body = JsonNode.Parse(sent[2].Body!)!;
        Assert.Equal(
            ["https://example.com/a.png", "https://films.example.com/1", "https://films.example.com/1"], body["pictures"]!.AsArray().Select(picture => (string)picture!));
        Assert.Equal("https://films.example.com/2", (string?)body["scene"]!["music"]);
        Assert.Equal("film-1", (string?)body["model"]);
    }

    [Theory]
    [InlineData("Typo", "pictures[1]: must be a public http or https URL, or name a file of this machine, and there is no such file")]
    [InlineData("Invalid", "prompt")]
    [InlineData("Data", "pictures[1]: must be a public http or https URL, but is a data: address")]
    [InlineData("Swapped", "pictures[1]: song.mp3 is audio/mpeg; expected an image", "pictures[2]: song.mp3", "scene.music: cat.dat is image/png; expected an audio file")]
    [InlineData("Large", "pictures[1]: photo.gif is image/gif; expected png, jpg", "pictures[1]: photo.gif has 606 bytes; at most 500 bytes are taken")]
    [InlineData("Off", "a local file has to be uploaded first")]
    public async Task WhatWouldBeRefused_IsNotUploaded(string method, params string[] says)
    {
        EvolinkValidationException refused = await Assert.ThrowsAsync<EvolinkValidationException>(() => Own.RunAsync(method));
        Assert.All(says, text => Assert.Contains(text, refused.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ file: content }", "file or source and url")]
    [InlineData("{ file: content, source: content, url: /link }", "file or source and url")]
    [InlineData("{ file: text, url: /link }", "a file of the body")]
    [InlineData("{ file: nothing, url: /link }", "a string of the body")]
    [InlineData("{ file: content, name: count, url: /link }", "a string of the body")]
    [InlineData("{ file: content, url: /nothing }", "a member of the response")]
    [InlineData("{ file: content, url: link }", "JSON pointers")]
    [InlineData("{ file: content, url: /link, maxBytes: 0 }", "whole numbers above 0")]
    [InlineData("{ source: content, url: /link }", "JSON body")]
    [InlineData("file", "JSON pointers")]
    public void WhatCannotBeUsed_IsSaid(string extension, string says)
    {
        Generation generation = GeneratorHarness.Run(("specs/demo.yaml", $$"""
            openapi: 3.1.0
            info: { title: Files, version: "1.0" }
            servers: [{ url: https://files.example.com }]
            paths:
              /v1/files:
                post:
                  operationId: sendFile
                  x-evolink-upload: {{extension}}
                  requestBody:
                    required: true
                    content:
                      multipart/form-data:
                        schema:
                          type: object
                          properties: { content: { type: string, format: binary }, text: { type: string }, count: { type: integer } }
                  responses:
                    '200': { description: The file, content: { application/json: { schema: { type: object, properties: { link: { type: string } } } } } }
            """));

        Assert.Equal("EVO1016", Assert.Single(generation.Diagnostics).Id);
        Assert.Contains(says, generation.Diagnostics[0].GetMessage(null), StringComparison.Ordinal);
        Assert.DoesNotContain(generation.Files, file => file.Value.Contains("UploadAsync", StringComparison.Ordinal));
    }

    private static Func<HttpResponseMessage> Kept(string url) => () => Consumer.Json($$$"""{"data":{"link":"{{{url}}}","key":17,"until":"2026-01-04T12:00:00Z"}}""");

    private static (string Target, string? Body) Target(Sent sent) => (sent.Target, sent.Body);
}
