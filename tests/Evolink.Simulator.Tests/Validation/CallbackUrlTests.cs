using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evolink.Tests;

public sealed class CallbackUrlTests
{
    private static readonly JsonNode s_schema = JsonNode.Parse("""{"x-evolink-conventions":true,"properties":{"callback_url":{"type":"string"}}}""")!;

    [Theory]
    [InlineData("https://example.com/hook")]
    [InlineData("https://example.com:8443/hook?x=1#y")]
    [InlineData("https://93.184.216.34/")]
    [InlineData("https://[2606:2800:220:1::1]/")]
    [InlineData("https://[2606:4700::5efe:8.8.8.8]/")]
    [InlineData("https://172.32.0.1/")]
    [InlineData("https://0164.0177.0333.0365/")]
    [InlineData("https://0100.08.8.8.example/")]
    [InlineData("https://localhost.example.com/")]
    public void APublicAddress_IsAccepted(string url) => Assert.Empty(Validate(url));

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("ftp://example.com/")]
    [InlineData("/hook")]
    [InlineData("https://user:secret@example.com/")]
    [InlineData("https://@example.com/")]
    [InlineData("https://localhost/")]
    [InlineData("https://localhost.localdomain/")]
    [InlineData("https://router.home.arpa/")]
    [InlineData("https://LOCALHOST./")]
    [InlineData("https://a.localhost/")]
    [InlineData("https://printer.local/")]
    [InlineData("https://metadata.google.internal/")]
    [InlineData("https://intranet/")]
    [InlineData("https://metadata./")]
    [InlineData("https://nas.lan/")]
    [InlineData("https://router.home/")]
    [InlineData("https://wiki.corp/")]
    [InlineData("https://kubernetes.default.svc/")]
    [InlineData("https://hook.test/")]
    [InlineData("https://name.alt/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.0.0.1/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://010.0.0.1:8443/")]
    [InlineData("https://0172.016.0.1?x")]
    [InlineData("https://127.0.0.1./")]
    [InlineData("https://１２７.0.0.1/")]
    [InlineData("https://%31%32%37.0.0.1/")]
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://10.1.2.3/")]
    [InlineData("https://100.64.0.1/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://172.16.0.1/")]
    [InlineData("https://172.31.255.255/")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://192.0.2.1/")]
    [InlineData("https://198.18.0.1/")]
    [InlineData("https://203.0.113.9/")]
    [InlineData("https://224.0.0.1/")]
    [InlineData("https://255.255.255.255/")]
    [InlineData("https://[::]/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[::127.0.0.1]/")]
    [InlineData("https://[64:ff9b::7f00:1]/")]
    [InlineData("https://[2606:4700::5efe:10.0.0.1]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://[fc00::1]/")]
    [InlineData("https://[fd12:3456::1]/")]
    [InlineData("https://[ff02::1]/")]
    [InlineData("https://[2001::1]/")]
    [InlineData("https://[2001:db8::1]/")]
    [InlineData("https://[2002:7f00:1::]/")]
    public void AnyOther_IsRefused(string url) => Assert.Equal("callback_url", Assert.Single(Validate(url)).Path);

    [Fact]
    public void TheLongestAddress_Has2048Characters()
    {
        string longest = "https://example.com/".PadRight(2048, 'a');

        Assert.Empty(Validate(longest));
        Assert.Single(Validate(longest + "a"));
        Assert.Empty(Validate("https://example.com/" + string.Concat(Enumerable.Repeat("😀", 2028))));
    }

    [Fact]
    public void TheRule_CanBeSwitchedOff() =>
        Assert.Empty(SchemaValidator.Evaluate(s_schema, "", Instance("http://localhost/"), new SchemaValidatorOptions { CheckCallbackUrls = false }));

    private static IReadOnlyList<SchemaFailure> Validate(string url) => SchemaValidator.Evaluate(s_schema, "", Instance(url));

    private static JsonElement Instance(string url) => JsonSerializer.SerializeToElement(new { callback_url = url });
}
