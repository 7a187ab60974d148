using System.Net;
using System.Text.RegularExpressions;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Operations;

/// <summary>Files: the model case is EvoLink's upload, a multipart body on a server of its own.</summary>
public sealed partial class UploadTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: {title: t, version: '1'}
        servers: [{url: https://api.example.com}]
        security: [{key: []}]
        paths:
          /api/v1/files/upload/stream:
            post:
              operationId: uploadFileStream
              servers: [{url: https://files.example.com}]
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [file]
                      properties:
                        file: {type: string, format: binary, description: The file}
                        upload_path: {type: string}
                        file_name: {type: string, maxLength: 20}
                        thumbnails: {type: array, items: {type: string, contentMediaType: image/png}}
                        meta: {type: object, properties: {a: {type: integer}}}
                        sizes: {type: array, items: {type: integer}}
                        note: {type: string}
                    encoding:
                      note: {contentType: text/markdown}
              responses:
                '200': {description: d, content: {application/json: {schema: {type: object, properties: {success: {type: boolean}, file_id: {type: string}}}}}}
        components:
          securitySchemes: {key: {type: http, scheme: bearer}}
        """;

    private const string Code = """
        private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

        public static async Task<string?> Upload(EvolinkClient client) => (await client.Files.UploadFileStreamAsync(new()
        {
            File = new UploadFile(Bytes("CONTENT"), "cat \"ü\".png"), UploadPath = "a/b", Meta = new() { A = 1 }, Sizes = new long[] { 1, 2 }, Note = "# x",
            Thumbnails = new[] { new UploadFile(Bytes("T1"), "1.bin"), new UploadFile(Bytes("T2"), "2.png", "image/webp") },
        })).FileId;

        public static Task TooLong(EvolinkClient client) => client.Files.UploadFileStreamAsync(new() { File = new UploadFile(Bytes(""), "a"), FileName = new string('x', 21) });

        public static Task Missing(EvolinkClient client) => client.Files.UploadFileStreamAsync(JsonSerializer.Deserialize<DemoRequest>("{\"file\":\"a\"}")!);

        public static async Task FromDisk(EvolinkClient client)
        {
            string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".mp4");
            await File.WriteAllTextAsync(path, "MOVIE");
            using (FileStream file = File.OpenRead(path)) await client.Files.UploadFileStreamAsync(new() { File = file });
            File.Delete(path);
        }

        public static Task Rewound(EvolinkClient client)
        {
            MemoryStream content = Bytes("skipped CONTENT");
            content.Position = 8;
            return client.Files.UploadFileStreamAsync(new() { File = new UploadFile(content, "a.txt") });
        }

        public static Task OnlyOnce(EvolinkClient client) => client.Files.UploadFileStreamAsync(new() { File = new UploadFile(new OneWay(Bytes("CONTENT")), "a.txt") });

        private sealed class OneWay(Stream inner) : Stream
        {
            public override bool CanRead => true;
            public override bool CanSeek => false;
            public override bool CanWrite => false;
            public override long Length => throw new NotSupportedException();
            public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
            public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);
            public override void Flush() { }
            public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
            public override void SetLength(long value) => throw new NotSupportedException();
            public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        }
        """;

    private static Consumer Own => Consumer.Create(Spec, Code);

    [Fact]
    public void NothingIsLeftOut() => Own.Generation.AssertNoDiagnostics();

    [Fact]
    public async Task AFile_IsAPartWithNameAndType_AndOtherFieldsAreTexts()
    {
        (object? id, IReadOnlyList<Sent> all) = await Own.RunAsync("Upload", () => Consumer.Json("""{"success":true,"file_id":"f-1"}"""));
        Sent sent = Assert.Single(all);
        string boundary = Boundary().Match(sent.Header("Content-Type")!).Groups[1].Value;
        Assert.Equal("f-1", id);
        Assert.Equal("https://files.example.com/api/v1/files/upload/stream", sent.Uri.ToString());
        Assert.Equal("Bearer " + Consumer.Key, sent.Header("Authorization"));
        Assert.Equal(
            """
            --B
            Content-Disposition: form-data; name="file"; filename="cat %22ü%22.png"
            Content-Type: image/png

            CONTENT
            --B
            Content-Disposition: form-data; name="upload_path"

            a/b
            --B
            Content-Disposition: form-data; name="thumbnails"; filename="1.bin"
            Content-Type: application/octet-stream

            T1
            --B
            Content-Disposition: form-data; name="thumbnails"; filename="2.png"
            Content-Type: image/webp

            T2
            --B
            Content-Disposition: form-data; name="meta"
            Content-Type: application/json

            {"a":1}
            --B
            Content-Disposition: form-data; name="sizes"

            1
            --B
            Content-Disposition: form-data; name="sizes"

            2
            --B
            Content-Disposition: form-data; name="note"
            Content-Type: text/markdown

            # x
            --B--

            """.ReplaceLineEndings("\r\n"),
            sent.Body!.Replace(boundary, "B", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFileStream_IsAFileByItsOwnName()
    {
        Sent sent = await Own.SendAsync("FromDisk");
        Assert.Matches("filename=\"[^\"/]+\\.mp4\"\r\nContent-Type: video/mp4\r\n\r\nMOVIE\r\n", sent.Body);
    }

    [Theory]
    [InlineData("TooLong", "file_name")]
    [InlineData("Missing", "file")]
    public async Task AnUploadThatBreaksItsSpec_IsNotSent(string method, string member) =>
        Assert.Contains(member, (await Assert.ThrowsAsync<EvolinkValidationException>(() => Own.RunAsync(method))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task AStreamThatCanSeek_IsSentAgainFromWhereItStood()
    {
        int answers = 0;
        (_, IReadOnlyList<Sent> sent) = await Own.RunAsync("Rewound", () => answers++ == 0
            ? Busy()
            : Consumer.Json("{}"));
        Assert.Equal(2, sent.Count);
        Assert.All(sent, one => Assert.Contains("\r\n\r\nCONTENT\r\n", one.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AStreamThatCannotSeek_IsSentOnceAndNeverCutShort()
    {
        int answers = 0;
        EvolinkApiException refused = await Assert.ThrowsAsync<EvolinkApiException>(() => Own.RunAsync("OnlyOnce", () =>
        {
            answers++;
            return Busy();
        }));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(1, answers);
    }

    private static HttpResponseMessage Busy()
    {
        HttpResponseMessage busy = Consumer.Answer("{}", "application/json", HttpStatusCode.TooManyRequests);
        busy.Headers.TryAddWithoutValidation("Retry-After", "0");
        return busy;
    }

    [GeneratedRegex("^multipart/form-data; boundary=([0-9a-f]{32})$")]
    private static partial Regex Boundary();
}
