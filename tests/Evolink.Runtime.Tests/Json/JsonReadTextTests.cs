using System.Text.Json;
using static Evolink.Tests.Json.Reading;

namespace Evolink.Tests.Json;

public class JsonReadTextTests
{
    [Fact]
    public void AString_IsDecoded() => Assert.Equal("a\"é😀", Read("""  "a\"\u00e9\ud83d\ude00"  """, JsonRead.String));

    [Theory]
    [InlineData("5", "Expected a string, found the number 5.")]
    [InlineData("true", "Expected a string, found true.")]
    [InlineData("{}", "Expected a string, found an object.")]
    [InlineData("[1]", "Expected a string, found an array.")]
    public void AnotherKind_IsNoString(string json, string message) => Assert.Equal(message, Fails(json, JsonRead.String).Message);

    [Fact]
    public void AStringThatIsNoUnicode_IsBadJson() => Fails("\"\\ud800\"", JsonRead.String);

    [Theory]
    [InlineData("\"auto\"", "auto")]
    [InlineData("1.50", "1.50")]
    [InlineData("900719925474099312345678901234567890", "900719925474099312345678901234567890")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", null)]
    public void AText_IsAStringOrANumberAsItIsWritten(string json, string? expected)
    {
        Assert.Equal(expected, Read(json, JsonRead.Text));
        Assert.Equal(expected, ReadSegmented(json, JsonRead.Text));
    }

    [Fact]
    public void AnObject_IsNoText() => Fails("{}", JsonRead.Text);

    [Theory]
    [InlineData("https://example.com/a?b=%20#c")]
    [InlineData("HTTPS://EXAMPLE.com:443/%7Ea")]
    [InlineData("/relative?x")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("")]
    public void AUri_IsKeptAsItIsWritten(string text) =>
        Assert.Equal(text, Read(JsonSerializer.Serialize(text), JsonRead.Uri)!.OriginalString);

    [Theory]
    [InlineData("https://")]
    [InlineData("http://[::1")]
    [InlineData("https://exa mple.com/")]
    public void ATextThatNoUriHolds_IsKeptEncoded_AndIsNotAbsolute(string text)
    {
        Uri uri = Read(JsonSerializer.Serialize(text), JsonRead.Uri)!;

        Assert.False(uri.IsAbsoluteUri);
        Assert.Equal(text, Uri.UnescapeDataString(uri.OriginalString));
    }

    [Theory]
    [InlineData("2026-01-31T12:30:00Z", "2026-01-31T12:30:00.0000000+00:00")]
    [InlineData("2026-01-31T12:30:00.5+02:00", "2026-01-31T12:30:00.5000000+02:00")]
    [InlineData("2026-01-31t12:30:00z", "2026-01-31T12:30:00.0000000+00:00")]
    [InlineData("2026-01-31T12:30:00", "2026-01-31T12:30:00.0000000+00:00")]
    public void ADateAndTime_IsRead_WithoutAskingTheMachineForItsZone(string text, string expected) =>
        Assert.Equal(expected, Read($"\"{text}\"", JsonRead.DateTimeOffset)!.Value.ToString("O"));

    [Fact]
    public void FormatsThatDoNotHold_AreRefused()
    {
        Fails("\"soon\"", JsonRead.DateTimeOffset);
        Fails("1769862600", JsonRead.DateTimeOffset);
        Fails("\"2026-02-30\"", JsonRead.Date);
        Fails("\"no-uuid\"", JsonRead.Guid);
        Fails("\"?\"", JsonRead.Base64);
        Fails("1", JsonRead.Boolean);
        Fails("1", JsonRead.Uri);
    }

    [Fact]
    public void FormatsThatHold_AreRead()
    {
        Assert.Equal(new DateOnly(2026, 1, 31), Read("\"2026-01-31\"", JsonRead.Date));
        Assert.Equal(new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff"), Read("\"6F9619FF-8B86-D011-B42D-00CF4FC964FF\"", JsonRead.Guid));
        Assert.Equal([1, 2, 3], Read("\"AQID\"", JsonRead.Base64)!);
        Assert.True(Read("true", JsonRead.Boolean));
    }

    [Fact]
    public void ANull_IsUnset()
    {
        Assert.Null(Read("null", JsonRead.String));
        Assert.Null(Read("null", JsonRead.Boolean));
        Assert.Null(Read("null", JsonRead.Uri));
        Assert.Null(Read("null", JsonRead.DateTimeOffset));
        Assert.Null(Read("null", JsonRead.Date));
        Assert.Null(Read("null", JsonRead.Guid));
        Assert.Null(Read("null", JsonRead.Base64));
        Assert.Null(Read("null", JsonRead.Element));
    }
}
