using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.Files;

/// <summary>Whatever a document calls a file is sent from a stream; whatever it calls text is not.</summary>
public sealed class FileTests
{
    private static Consumer Own => Consumer.OfFile("Files/files.yaml", """
        public static Task Send(EvolinkClient client) => client.Pictures.SendPicturesAsync(new()
        {
            OneOrMany = [new UploadFile(new MemoryStream("1"u8.ToArray()), "1.png", "image/png"), new UploadFile(new MemoryStream("2"u8.ToArray()), "2.jpg", "image/jpeg")],
            Either = new UploadFile(new MemoryStream("E"u8.ToArray()), "e.png", "image/png"),
            Files0 = new UploadFile(new MemoryStream("F"u8.ToArray()), "f.bin"),
            Inline = "AAAA",
            Tags = ["a", "b"],
            Meta = new() { A = 1 },
            Typed = "x,y",
        });
        """);

    [Fact]
    public async Task EveryKindOfPart_IsSentAsItIsMeant()
    {
        string body = (await Own.SendAsync("Send", static () => new HttpResponseMessage(HttpStatusCode.NoContent))).Body!;
        Assert.All<string>(
        [
            "name=one_or_many; filename=1.png", "Content-Type: image/png\r\n", "name=one_or_many; filename=2.jpg", "Content-Type: image/jpeg\r\n",
            "name=either; filename=e.png", "name=\"files[0]\"; filename=f.bin", "Content-Type: application/octet-stream\r\n", "\r\nAAAA\r\n",
            "name=\"tags[]\"\r\n", "Content-Type: application/vnd.meta+json\r\n", "\r\n{\"a\":1}\r\n", "\r\nx,y\r\n",
        ],
        part => Assert.Contains(part.Replace("\"", "", StringComparison.Ordinal), body.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void AMultipartBodyOfAnotherKind_IsLeftOutWhereItStands() =>
        Assert.Equal((31, "EVO1014"), (Assert.Single(Own.Generation.Diagnostics).Location.GetLineSpan().StartLinePosition.Line + 1, Own.Generation.Diagnostics[0].Id));
}
