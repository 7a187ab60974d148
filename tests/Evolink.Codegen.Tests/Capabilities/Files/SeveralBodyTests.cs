using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Files;

/// <summary>A form that is one of several objects sends the files of the one that it is.</summary>
public sealed class SeveralBodyTests
{
    private static Consumer Own => Consumer.OfFile("Files/several-bodies.yaml", """
        private static UploadFile File(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), text + ".bin");

        public static Task Upload(EvolinkClient client) => client.Pictures.SendPictureAsync(SendPictureRequest.FromUpload(new() { File = File("U") }));
        public static Task Link(EvolinkClient client) => client.Pictures.SendPictureAsync(SendPictureRequest.FromLink(new() { Url = "u" }));
        public static Task Page(EvolinkClient client) => client.Scans.SendScanAsync(SendScanRequest.FromPage(new() { Page = 1, File = File("P") }));
        public static Task Book(EvolinkClient client) => client.Scans.SendScanAsync(SendScanRequest.FromBook(new() { Title = "t", File = File("B") }));
        public static Task Song(EvolinkClient client) => client.Tracks.SendTrackAsync(new Song { Audio = File("S") });
        public static Task Talk(EvolinkClient client) => client.Tracks.SendTrackAsync(new Talk { Voices = [File("T1"), File("T2")] });
        """);

    [Theory]
    [InlineData("Upload", "file", "U")]
    [InlineData("Page", "file", "P")]
    [InlineData("Book", "file", "B")]
    [InlineData("Song", "audio", "S")]
    [InlineData("Talk", "voices", "T2")]
    public async Task AFile_IsSentWithItsBytes(string method, string field, string content) => Assert.Contains(
        $"name=\"{field}\"; filename=\"{content}.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n{content}\r\n", (await SendAsync(method)).Body, StringComparison.Ordinal);

    [Fact]
    public async Task AnObjectWithoutFiles_IsSentAsItIs() => Assert.Contains("name=\"url\"\r\n\r\nu\r\n", (await SendAsync("Link")).Body, StringComparison.Ordinal);

    [Fact]
    public void FilesUnderAnyName_AreReported()
    {
        string said = Assert.Single(Own.Generation.Diagnostics, found => found.Id == "EVO1014").GetMessage(null);
        Assert.Contains("files under any name", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void HeadersOfAPart_AreReported()
    {
        Generation generation = GeneratorHarness.Run(("specs/demo.yaml", Yaml.Paths("""
            /v1/a:
              post:
                operationId: add
                requestBody:
                  required: true
                  content:
                    multipart/form-data:
                      schema: {type: object, properties: {a: {type: string}, b: {type: string}}}
                      encoding:
                        a: {headers: {X-Part: {schema: {type: string}}}}
                        b: {headers: {Content-Type: {schema: {type: string}}}}
                responses: {'204': {description: d}}
            """)));

        generation.AssertCompiles();
        Assert.Contains("'a'", Assert.Single(generation.Diagnostics, static found => found.Id == "EVO1014").GetMessage(null), StringComparison.Ordinal);
    }

    private static Task<Sent> SendAsync(string method) => Own.SendAsync(method, static () => new HttpResponseMessage(HttpStatusCode.NoContent));
}
