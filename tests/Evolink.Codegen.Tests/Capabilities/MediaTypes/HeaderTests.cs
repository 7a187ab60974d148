using System.Net;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Capabilities.MediaTypes;

/// <summary>A header that describes the body goes with the body; where there is none, that is said.</summary>
public sealed class HeaderTests
{
    private static Consumer Own => Consumer.OfFile("MediaTypes/headers.yaml", """
        public static Task All(EvolinkClient client) => client.Parts.PutPartAsync(
            "bytes 0-2/9", new MemoryStream("abc"u8.ToArray()), contentMD5: "kAFQmDzST7DWlj99KOF/cg==", contentEncoding: "gzip", contentLanguage: "de", contentDisposition: "attachment", expires: "0");
        public static Task WithoutBody(EvolinkClient client) => client.Parts.PutPartAsync("bytes */9");
        public static Task Post(EvolinkClient client) => client.Parts.FinishAsync(contentLanguage: "de");
        public static Task Get(EvolinkClient client) => client.Parts.GetPartAsync(contentLanguage: "de");
        """);

    [Theory]
    [InlineData("Content-Range", "bytes 0-2/9")]
    [InlineData("Content-MD5", "kAFQmDzST7DWlj99KOF/cg==")]
    [InlineData("Content-Encoding", "gzip")]
    [InlineData("Content-Language", "de")]
    [InlineData("Content-Disposition", "attachment")]
    [InlineData("Expires", "0")]
    public async Task AHeaderOfTheBody_ReachesTheWire(string name, string value) =>
        Assert.Equal(value, (await Own.SendAsync("All", NoContent)).Header(name));

    [Fact]
    public async Task AnEmptyPost_HasABodyThatCarriesThem() => Assert.Equal("de", (await Own.SendAsync("Post", NoContent)).Header("Content-Language"));

    [Theory]
    [InlineData("WithoutBody", "Content-Range")]
    [InlineData("Get", "Content-Language")]
    public async Task WhereThereIsNoBody_NothingIsSentWithoutAWord(string method, string header) => Assert.Contains(
        $"The header '{header}' describes a body", (await Assert.ThrowsAsync<ArgumentException>(() => Own.RunAsync(method, NoContent))).Message, StringComparison.Ordinal);

    private static HttpResponseMessage NoContent() => new(HttpStatusCode.NoContent);
}
