using static Evolink.Tests.Validation.Checking;

namespace Evolink.Tests.Validation;

public class StringFormatTests
{
    [Theory]
    [InlineData(StringFormat.Date, "2026-01-31", "2024-02-29", "0000-02-29")]
    [InlineData(StringFormat.Time, "12:30:00Z", "12:30:00.123456789+23:59", "23:59:60Z", "15:59:60-08:00", "01:29:60+01:30", "08:30:06z")]
    [InlineData(StringFormat.DateTime, "2026-01-31T12:30:00Z", "2026-01-31t12:30:00.1z", "1998-12-31T15:59:60.123-08:00")]
    [InlineData(StringFormat.Duration, "P4DT12H30M5S", "P4Y", "PT0S", "P1M", "PT1M", "P2W", "P1Y2M3D", "PT36H")]
    [InlineData(StringFormat.Email, "a@b.example", "te~st@example.com", "te.s.t@example.com", "\"a b\"@example.com", "a@[127.0.0.1]", "a@[IPv6:::1]")]
    [InlineData(StringFormat.Hostname, "a", "www.example.com", "xn--4gbwdl.xn--wgbh1c", "1host", "a-b.c")]
    [InlineData(StringFormat.IPv4, "1.2.3.4", "255.255.255.255", "0.0.0.0")]
    [InlineData(StringFormat.IPv6, "::", "::1", "1::", "1:2:3:4:5:6:7:8", "::ffff:192.168.0.1", "1:2::192.168.0.1", "1:2:3:4:5:6:1.2.3.4", "::abef", "1:2:3:4:5:6:7::")]
    [InlineData(StringFormat.Uri, "https://u:p@example.com:8080/a%20b?x=1#y", "urn:isbn:1", "mailto:a@b.example", "http://[::1]/", "http://[v1.a:b]/", "tel:+1-816", "file:///etc", "http://:80")]
    [InlineData(StringFormat.UriReference, "/a", "a/b:c", "", "//host/x", "#f", "?q", "https://example.com")]
    [InlineData(StringFormat.Uuid, "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "6F9619FF-8B86-D011-B42D-00CF4FC964FF")]
    [InlineData(StringFormat.Byte, "", "AQID", "AQ==")]
    public void WhatHasTheFormat_Passes(StringFormat format, params string[] texts) => Assert.All(
        texts, text => Assert.True(Passes((ref context) => context.Format(text, format, "", "")), text));

    [Theory]
    [InlineData(StringFormat.Date, "", "2026-02-29", "2026-13-01", "2026-00-01", "2026-1-1", "26-01-01", "2026-01-0١", "2026-01-01T", " 2026-01-01", "2026/01/01", "-001-01-01")]
    [InlineData(StringFormat.Time, "", "12:30:00", "24:00:00Z", "12:60:00Z", "12:30:61Z", "12:30:60Z", "23:59:60+01:00", "12:30:00.Z", "12:30:00+24:00", "12:30:00+1:00", "12:30Z", "12:30:00ZZ", "12:30:00.5")]
    [InlineData(StringFormat.DateTime, "2026-01-31 12:30:00Z", "2026-01-31", "2026-01-31T12:30:00", "2026-02-30T12:30:00Z")]
    [InlineData(StringFormat.Duration, "", "P", "PT", "P1", "4DT12H", "P1D2H", "P2D1Y", "P2S", "P1DT", "P1YT", "P1Y2W", "P1.5D", "PT1H2S3M", "P１D", "P1Y2D", "p1d", "P-1D", "P1Y1Y")]
    [InlineData(StringFormat.Email, "", "a", "@b.example", "a@", ".a@b.example", "a.@b.example", "a..b@b.example", "a b@b.example", "a@b c", "a@[999.0.0.1]", "\"a\"b\"@c.example")]
    [InlineData(StringFormat.Hostname, "", ".", "a.", "-a", "a-", "a_b", "a..b", "ä.example", "a:80")]
    [InlineData(StringFormat.IPv4, "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.", "0x1.2.3.4", "1.2.3.4 ", "1.2.3.٤", "1.2.3.4/8")]
    [InlineData(StringFormat.IPv6, "", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "::g", "::1%eth0", "1:2:3:4:5:6:7:1.2.3.4", "1.2.3.4::", "::1.2.3", "1:2:3:4:5:6:7:8::", ":1:2:3:4:5:6:7", "fe80::/64", "1.2.3.4")]
    [InlineData(StringFormat.Uri, "", "/a", "//a.example", "https://a b", "https://a.example/<x>", "https://a.example/%zz", "https://a.example/%2", "http://[::1", "http://[1.2.3.4]/", "https://a.example:x/", "1a:b", "https://a.example/#a#b", "https://ä.example/", @"C:\x", "https://a.example/[x]")]
    [InlineData(StringFormat.UriReference, @"\\host\x", "a:b c", ":a", "1a:b", "#a#b", "a b", "%")]
    [InlineData(StringFormat.Uuid, "", "6f9619ff8b86d011b42d00cf4fc964ff", "{6f9619ff-8b86-d011-b42d-00cf4fc964ff}", "6f9619ff-8b86-d011-b42d-00cf4fc964fg", " 6f9619ff-8b86-d011-b42d-00cf4fc964ff")]
    [InlineData(StringFormat.Byte, "A", "AQI", "A?==", "AQ=")]
    public void WhatHasNotTheFormat_Fails(StringFormat format, params string[] texts) => Assert.All(
        texts, text => Assert.False(Passes((ref context) => context.Format(text, format, "", "")), text));

    [Theory]
    [InlineData("https://example.com/a", true)]
    [InlineData("https://例え.example/絵.png?名=1", true)]
    [InlineData("data:image/png;base64,AAAA", true)]
    [InlineData("/etc/passwd", false)]
    [InlineData("image.png", false)]
    [InlineData(@"C:\image.png", false)]
    [InlineData("https://example.com/a b", false)]
    [InlineData(" https://example.com/", false)]
    [InlineData("//example.com/a", false)]
    public void AnAbsoluteUri_HasAScheme_AndNothingThatMustBeEncoded(string text, bool passes) =>
        Assert.Equal(passes, Passes((ref context) => context.AbsoluteUri(new Uri(text, UriKind.RelativeOrAbsolute), "", "")));

    [Fact]
    public void EveryFormat_HasItsMessage() => Assert.All(
        Enum.GetValues<StringFormat>(),
        format => Assert.StartsWith("a: must be a", Fails((ref context) => context.Format("\t?", format, "A", "a")).Replace("Base64", "a Base64", StringComparison.Ordinal), StringComparison.Ordinal));
}
