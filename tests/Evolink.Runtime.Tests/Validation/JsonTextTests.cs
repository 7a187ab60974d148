using System.Text.Json;

namespace Evolink.Tests.Validation;

/// <summary>The rules for texts are asked of what is sent, so both have to be the same to the letter.</summary>
public class JsonTextTests
{
    [Theory]
    [InlineData("2026-01-31T12:30:00+02:00")]
    [InlineData("2026-01-31T12:30:00Z")]
    [InlineData("2026-01-31T12:30:00.1234567-09:30")]
    [InlineData("2026-01-31T12:30:00.5Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public void AMoment_IsTheTextThatIsSent(string text)
    {
        using CultureScope culture = new("ar-SA");
        DateTimeOffset value = DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(JsonSerializer.Serialize(value).Replace("\\u002B", "+", StringComparison.Ordinal), $"\"{JsonText.Format(value)}\"");
    }

    [Fact]
    public void AUuid_IsTheTextThatIsSent() => Assert.Equal("6f9619ff-8b86-d011-b42d-00cf4fc964ff", JsonText.Format(Guid.Parse("6F9619FF-8B86-D011-B42D-00CF4FC964FF")));

    [Fact]
    public void ADate_IsTheTextThatIsSent() => Assert.Equal("0031-01-02", JsonText.Format(new DateOnly(31, 1, 2)));

    [Fact]
    public void Bytes_AreTheTextThatIsSent() => Assert.Equal("AAECAw==", JsonText.Format([0, 1, 2, 3]));

    [Fact]
    public void WhatIsUnset_IsNoText()
    {
        Assert.Null(JsonText.Format((Guid?)null));
        Assert.Null(JsonText.Format((DateOnly?)null));
        Assert.Null(JsonText.Format((DateTimeOffset?)null));
        Assert.Null(JsonText.Format((byte[]?)null));
    }
}
