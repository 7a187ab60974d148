using System.Text.Json;
using Evolink.Tests.Sample;

namespace Evolink.Tests.Validation;

public class CallbackUrlTests
{
    [Theory]
    // Not https, or not absolute.
    [InlineData("http://example.com/")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/hook")]
    [InlineData("//example.com/hook")]
    [InlineData("example.com/hook")]
    [InlineData("https:example.com")]
    [InlineData("https:/example.com")]
    [InlineData("https://")]
    [InlineData("https:///hook")]
    [InlineData("")]
    // User information, and what parsers do not agree about.
    [InlineData("https://user@example.com/")]
    [InlineData("https://user:secret@example.com/")]
    [InlineData("https://@example.com/")]
    [InlineData("https://example.com@127.0.0.1/")]
    [InlineData(@"https://example.com\@127.0.0.1/")]
    [InlineData(@"https:\\127.0.0.1\")]
    [InlineData(" https://example.com/")]
    [InlineData("https://example.com/ hook")]
    [InlineData("https://exam\tple.com/")]
    [InlineData("https://example.com/\n")]
    // No URI by RFC 3986.
    [InlineData("https://example.com/{task}")]
    [InlineData("https://example.com/?a=b|c")]
    [InlineData("https://example.com/%zz")]
    [InlineData("https://example.com/#a#b")]
    // Names of a machine or a private network.
    [InlineData("https://localhost/")]
    [InlineData("https://LOCALHOST:8443/")]
    [InlineData("https://localhost./")]
    [InlineData("https://a.localhost/")]
    [InlineData("https://localhost.localdomain/")]
    [InlineData("https://printer.local/")]
    [InlineData("https://printer.LOCAL./")]
    [InlineData("https://metadata.google.internal/")]
    [InlineData("https://router.home.arpa/")]
    [InlineData("https://notlocal/")]
    [InlineData("https://intranet/")]
    [InlineData("https://metadata/computeMetadata/v1/")]
    [InlineData("https://metadata./")]
    [InlineData("https://kubernetes:443/")]
    [InlineData("https://kubernetes.default.svc/")]
    [InlineData("https://kubernetes.default.svc.cluster.local/")]
    [InlineData("https://nas.lan/")]
    [InlineData("https://NAS.LAN.:8443/")]
    [InlineData("https://router.home/")]
    [InlineData("https://wiki.corp/")]
    [InlineData("https://build.eng.corp/")]
    [InlineData("https://host.docker.internal/")]
    [InlineData("https://exchange.mail/")]
    [InlineData("https://portal.intranet/")]
    [InlineData("https://db.private/")]
    [InlineData("https://redis.service.consul/")]
    [InlineData("https://hook.test/")]
    [InlineData("https://hook.invalid/")]
    [InlineData("https://abcdefghijklmnop.onion/")]
    [InlineData("https://name.alt/")]
    [InlineData("https://printer.service.arpa/")]
    [InlineData("https://nas.ｌａｎ/")]
    [InlineData("https://münchen/")]
    [InlineData("https://%6cocalhost/")]
    [InlineData("https://ｌｏｃａｌｈｏｓｔ/")]
    [InlineData("https://ⓛocalhost/")]
    [InlineData("https://local\u00adhost/")]
    [InlineData("https://a。local/")]
    // IPv4: loopback in every spelling.
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://127.0.0.1./")]
    [InlineData("https://127.255.255.254:443/")]
    [InlineData("https://127.1/")]
    [InlineData("https://127.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://0X7F.0.0.1/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://017700000001/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://0177.0.0.0x1/")]
    [InlineData("https://00000177.1/")]
    [InlineData("https://127.0.0.1%00/")]
    [InlineData("https://%31%32%37.0.0.1/")]
    [InlineData("https://127%2e0%2e0%2e1/")]
    [InlineData("https://１２７.０.０.１/")]
    [InlineData("https://127。0。0。1/")]
    [InlineData("https://①②⑦.0.0.1/")]
    // IPv4: everything else that is not public.
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://0/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://012.0.0.1/")]
    [InlineData("https://010.0.0.1/")]
    [InlineData("https://100.64.0.1/")]
    [InlineData("https://100.127.255.255/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://0xA9FEA9FE/")]
    [InlineData("https://172.16.0.1/")]
    [InlineData("https://172.31.255.255/")]
    [InlineData("https://192.0.0.1/")]
    [InlineData("https://192.0.2.1/")]
    [InlineData("https://192.88.99.1/")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://198.19.0.1/")]
    [InlineData("https://198.51.100.1/")]
    [InlineData("https://203.0.113.1/")]
    [InlineData("https://224.0.0.1/")]
    [InlineData("https://240.0.0.1/")]
    [InlineData("https://255.255.255.255/")]
    // What looks like an address and is none.
    [InlineData("https://256.0.0.1/")]
    [InlineData("https://1.2.3.4.5/")]
    [InlineData("https://99999999999/")]
    [InlineData("https://08.0.0.999/")]
    [InlineData("https://example.1/")]
    [InlineData("https://a..example.com/")]
    // IPv6.
    [InlineData("https://[::]/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[0:0:0:0:0:0:0:1]:8443/")]
    [InlineData("https://[0000:0000::0001]/")]
    [InlineData("https://[fc00::1]/")]
    [InlineData("https://[fdff:ffff::1]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://[FEBF::1]/")]
    [InlineData("https://[fec0::1]/")]
    [InlineData("https://[ff02::1]/")]
    [InlineData("https://[2001:db8::1]/")]
    [InlineData("https://[3fff:0fff::1]/")]
    [InlineData("https://[2001::1]/")]
    [InlineData("https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/")]
    [InlineData("https://[2002:7f00:1::]/")]
    [InlineData("https://[2002:808:808::1]/")]
    [InlineData("https://[64:ff9b::8.8.8.8]/")]
    [InlineData("https://[64:ff9b::7f00:1]/")]
    [InlineData("https://[64:ff9b:1::a00:1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[::ffff:7f00:1]/")]
    [InlineData("https://[0:0:0:0:0:FFFF:10.0.0.1]/")]
    [InlineData("https://[::ffff:169.254.169.254]/")]
    [InlineData("https://[::127.0.0.1]/")]
    [InlineData("https://[::8.8.8.8]/")]
    [InlineData("https://[::ffff:0:127.0.0.1]/")]
    [InlineData("https://[2606:4700::5efe:127.0.0.1]/")]
    [InlineData("https://[2606:4700::200:5efe:10.0.0.1]/")]
    [InlineData("https://[100::1]/")]
    [InlineData("https://[4000::1]/")]
    [InlineData("https://[::1/")]
    public void WhatAServiceCannotOrMustNotCall_Fails(string url)
    {
        SampleRequest request = Request(url);

        Assert.False(request.TryValidate(out IReadOnlyList<System.ComponentModel.DataAnnotations.ValidationResult> results));
        Assert.Equal(["CallbackUrl"], Assert.Single(results).MemberNames);
        Assert.False(new CallbackUrlAttribute().IsValid(url));
        Assert.False(new CallbackUrlAttribute().IsValid(request.CallbackUrl));
    }

    [Theory]
    [InlineData("https://example.com")]
    [InlineData("HTTPS://EXAMPLE.COM/Hook")]
    [InlineData("https://example.com./")]
    [InlineData("https://example.com:8443/hooks/evolink?id=1&b=%20#x")]
    [InlineData("https://example.com/?next=https://user@127.0.0.1/")]
    [InlineData("https://example.com/@me")]
    [InlineData("https://example.com/hook:127.0.0.1")]
    [InlineData("https://localhost.example.com/")]
    [InlineData("https://lan.example.com/")]
    [InlineData("https://corp.example.com./")]
    [InlineData("https://mailcorp.com/")]
    [InlineData("https://atlanta.planlan.com/")]
    [InlineData("https://mylocalhost.example/")]
    [InlineData("https://local.example/")]
    [InlineData("https://127.0.0.1.example.com/")]
    [InlineData("https://0x7f.example/")]
    [InlineData("https://a_b.example.com/")]
    [InlineData("https://bücher.example/")]
    [InlineData("https://例え.テスト/フック")]
    [InlineData("https://xn--bcher-kva.example/")]
    [InlineData("https://8.8.8.8/")]
    [InlineData("https://134744072/")]
    [InlineData("https://100.128.0.1/")]
    [InlineData("https://172.32.0.1/")]
    [InlineData("https://192.0.1.1/")]
    [InlineData("https://223.255.255.255/")]
    [InlineData("https://[2606:4700:4700::1111]/")]
    [InlineData("https://[2a00:1450:4001:82f::200e]:443/hook")]
    [InlineData("https://[::ffff:8.8.8.8]/")]
    [InlineData("https://[2606:4700::5efe:8.8.8.8]/")]
    public void WhatIsPublic_Passes(string url)
    {
        SampleRequest request = Request(url);

        request.Validate();
        Assert.True(new CallbackUrlAttribute().IsValid(url));
        Assert.True(new CallbackUrlAttribute().IsValid(request.CallbackUrl));
    }

    [Theory]
    [InlineData(2048, true)]
    [InlineData(2049, false)]
    public void TheLength_IsCountedInCharacters(int length, bool passes)
    {
        const string start = "https://example.com/";
        Assert.Equal(passes, Request(start + new string('a', length - start.Length)).TryValidate(out _));
        Assert.Equal(passes, Request(start + string.Concat(Enumerable.Repeat("😀", length - start.Length))).TryValidate(out _));
    }

    [Fact]
    public void TheMessage_SaysWhy_AndShowsNoUrl()
    {
        Request("https://10.0.0.1/secret?token=1").TryValidate(out IReadOnlyList<System.ComponentModel.DataAnnotations.ValidationResult> results);

        Assert.Equal(
            "callback_url: must be a public https URL of at most 2048 characters, but has a private address.",
            Assert.Single(results).ErrorMessage);
    }

    // Through JSON, as System.Uri itself refuses some of the spellings.
    private static SampleRequest Request(string url) => Samples.Valid() with
    {
        CallbackUrl = JsonSerializer.Deserialize<SampleRequest>($$"""{"callback_url":{{JsonSerializer.Serialize(url)}}}""")!.CallbackUrl,
    };
}
