using static Evolink.Tests.Validation.Checking;

namespace Evolink.Tests.Validation;

/// <summary>A URL that no server can reach is charged for and fails: it is refused before it is sent.</summary>
public class MediaUrlTests
{
    [Theory]
    [InlineData("file:///home/me/a.png", "is a file: address")]
    [InlineData("FILE:///C:/a.png", "is a FILE: address")]
    [InlineData("data:image/png;base64,AAAA", "is a data: address")]
    [InlineData("ftp://example.com/a.png", "is a ftp: address")]
    [InlineData("blob:https://example.com/1", "is a blob: address")]
    [InlineData("content://media/1", "is a content: address")]
    [InlineData("asset://1", "is a asset: address")]
    [InlineData("mailto:a@example.com", "is a mailto: address")]
    [InlineData("/home/me/a.png", "is no absolute URL")]
    [InlineData("a.png", "is no absolute URL")]
    [InlineData(@"C:\a.png", "is no absolute URL")]
    [InlineData(@"\\server\share\a.png", "is no absolute URL")]
    [InlineData("//example.com/a.png", "is no absolute URL")]
    [InlineData("https://example.com/a b.png", "is no absolute URL")]
    [InlineData("https://[", "is no absolute URL")]
    [InlineData("", "is no absolute URL")]
    [InlineData("https:example.com/a.png", "has no host")]
    [InlineData("https:/example.com/a.png", "has no host")]
    [InlineData("http://localhost/a.png", "has a host name that only exists in a private network")]
    [InlineData("http://localhost:5000/a.png", "has a host name that only exists in a private network")]
    [InlineData("https://nas/a.png", "has a host name that only exists in a private network")]
    [InlineData("https://nas.lan/a.png", "has a host name that only exists in a private network")]
    [InlineData("https://metadata.google.internal/", "has a host name that only exists in a private network")]
    [InlineData("http://127.0.0.1:8080/a.png", "has a loopback address")]
    [InlineData("http://127.1/a.png", "has a loopback address")]
    [InlineData("http://user@127.0.0.1/a.png", "has a loopback address")]
    [InlineData("http://10.0.0.7/a.png", "has a private address")]
    [InlineData("http://192.168.1.2/a.png", "has a private address")]
    [InlineData("http://169.254.169.254/latest/meta-data", "has a link-local address")]
    [InlineData("http://[::1]/a.png", "has a loopback address")]
    [InlineData("http://[fe80::1]/a.png", "has a link-local address")]
    public void WhatNoServerCanReach_IsRefused_AndTheMessageSaysToUpload(string url, string problem)
    {
        Assert.Equal(
            $"image_urls: must be a public http or https URL, but {problem}; a local file has to be uploaded first.",
            Fails((ref context) => context.MediaUrl(url, "ImageUrls", "image_urls")));
        Assert.False(new MediaUrlAttribute().IsValid(url));
        if (Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out Uri? uri)) Assert.False(new MediaUrlAttribute().IsValid(uri));
    }

    [Theory]
    [InlineData("https://example.com/a.png")]
    [InlineData("http://example.com/a.png")]
    [InlineData("HTTPS://EXAMPLE.COM:8443/a.png?signature=a%2Fb#x")]
    [InlineData("https://user:password@example.com/a.png")]
    [InlineData("https://例え.jp/画像.png")]
    [InlineData("http://8.8.8.8/a.png")]
    [InlineData("https://[2606:4700::1111]/a.png")]
    public void APublicUrl_Passes(string url)
    {
        Assert.True(Passes((ref context) => context.MediaUrl(new Uri(url), "", "")));
        Assert.True(new MediaUrlAttribute().IsValid(url));
    }

    [Fact]
    public void AnUnsetUrl_Passes()
    {
        Assert.True(Passes((ref context) => context.MediaUrl((Uri?)null, "", "")));
        Assert.True(Passes((ref context) => context.MediaUrl((string?)null, "", "")));
        Assert.True(new MediaUrlAttribute().IsValid(null));
    }
}
