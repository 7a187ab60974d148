using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evolink.Tests;

public sealed class FormatTests
{
    [Theory]
    [InlineData("uri", "https://example.com/a.jpg?x=%20#f", true)]
    [InlineData("uri", "http://[::1]:8080/", true)]
    [InlineData("uri", "urn:uuid:1", true)]
    [InlineData("uri", "data:image/png;base64,AAAA", true)]
    [InlineData("uri", "//example.com/a.jpg", false)]
    [InlineData("uri", "example.com/a.jpg", false)]
    [InlineData("uri", "https://example.com/a b", false)]
    [InlineData("uri", "https://example.com/%zz", false)]
    [InlineData("uri", "https://example.com:port/", false)]
    [InlineData("uri", "http://[::1/", false)]
    [InlineData("uri", "https://example.com/é", false)]
    [InlineData("uri", "", false)]
    [InlineData("uri-reference", "/a/b?c#d", true)]
    [InlineData("uri-reference", "", true)]
    [InlineData("uri-reference", "a\\b", false)]
    [InlineData("date-time", "2026-02-28T23:59:59.123Z", true)]
    [InlineData("date-time", "2026-02-28t23:59:59+05:30", true)]
    [InlineData("date-time", "1998-12-31T15:59:60-08:00", true)]
    [InlineData("date-time", "1998-12-31T15:59:60Z", false)]
    [InlineData("date-time", "2026-02-29T00:00:00Z", false)]
    [InlineData("date-time", "2026-02-28T00:00:00", false)]
    [InlineData("date", "2024-02-29", true)]
    [InlineData("date", "2024-2-29", false)]
    [InlineData("time", "24:00:00Z", false)]
    [InlineData("duration", "P1DT2H", true)]
    [InlineData("duration", "P1W", true)]
    [InlineData("duration", "PT", false)]
    [InlineData("email", "a.b+c@example.com", true)]
    [InlineData("email", "a@[127.0.0.1]", true)]
    [InlineData("email", "a..b@example.com", false)]
    [InlineData("email", "@example.com", false)]
    [InlineData("hostname", "a-b.example", true)]
    [InlineData("hostname", "-a.example", false)]
    [InlineData("ipv4", "127.0.0.1", true)]
    [InlineData("ipv4", "127.0.0.01", false)]
    [InlineData("ipv4", "127.0.0.1.", false)]
    [InlineData("ipv4", "256.0.0.1", false)]
    [InlineData("ipv6", "::ffff:1.2.3.4", true)]
    [InlineData("ipv6", "1::2::3", false)]
    [InlineData("ipv6", "fe80::1%eth0", false)]
    [InlineData("uuid", "2EB8AA08-AA98-11EA-B4AA-73B441D16380", true)]
    [InlineData("uuid", "2eb8aa08aa9811eab4aa73b441d16380", false)]
    [InlineData("colour", "anything", true)]
    public void AFormat_IsAsserted(string format, string text, bool isValid)
    {
        JsonObject schema = new() { ["format"] = format };
        JsonElement instance = JsonSerializer.SerializeToElement(text);

        Assert.Equal(isValid, SchemaValidator.Evaluate(schema, "", instance).Count == 0);
        Assert.Empty(SchemaValidator.Evaluate(schema, "", instance, new SchemaValidatorOptions { AssertFormats = false }));
    }
}
