using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;

namespace Evolink.AspNetCore.Tests;

/// <summary>What is set up wrongly is said when the host starts, in words that say what to do.</summary>
public sealed class SetupTests
{
    [Fact]
    public async Task WithoutASecret_TheHostDoesNotStart()
    {
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(() => WebhookHost.StartAsync(configure: static options => options.Secrets.Clear()));
        Assert.StartsWith("EvolinkWebhookOptions.Secrets is empty.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AShortSecret_IsRefused_AndNotShown()
    {
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(() => WebhookHost.StartAsync(configure: static options => options.Secrets.Add("hunter2")));
        Assert.DoesNotContain("hunter2", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://hooks.example.com")]
    [InlineData("https://hooks.example.com/?a=b")]
    [InlineData("/evolink")]
    public async Task AnAddressThatTheServiceDoesNotCall_IsRefused(string address) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => WebhookHost.StartAsync(configure: options => options.PublicAddress = new Uri(address, UriKind.RelativeOrAbsolute)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(25 * 3600)]
    public async Task ATimeForHandlersThatNoTimerKeeps_IsRefused(int seconds)
    {
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(() => WebhookHost.StartAsync(configure: options => options.HandlerTimeout = TimeSpan.FromSeconds(seconds)));
        Assert.StartsWith("EvolinkWebhookOptions.HandlerTimeout must be over 0 and at most 24 hours", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/evolink")]
    [InlineData("/evolink/{token}/{token}")]
    [InlineData("/{tenant}/{token}")]
    public void APatternWithoutItsOneParameter_IsRefused(string pattern)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Services.AddEvolinkWebhooks(static options => options.Secrets.Add(WebhookHost.Secret));
        WebApplication app = builder.Build();
        Assert.Throws<ArgumentException>(() => app.MapEvolinkWebhook(pattern));
    }

    [Fact]
    public void WithoutTheServices_TheErrorSaysWhatToCall()
    {
        WebApplication app = WebApplication.CreateBuilder().Build();
        Assert.Equal("Call services.AddEvolinkWebhooks(…) before app.MapEvolinkWebhook(…).", Assert.Throws<InvalidOperationException>(() => app.MapEvolinkWebhook()).Message);
    }

    [Fact]
    public async Task AnAddress_IsOneThatRequestsMayCarry()
    {
        await using WebhookHost host = await WebhookHost.StartAsync();
        Uri address = host.Urls.Create(new string('x', 256));
        Assert.StartsWith("https://hooks.example.com/app/evolink/", address.AbsoluteUri, StringComparison.Ordinal);
        Assert.True(new Happyhorse1_0ImageToVideoRequest { ImageUrls = [new("https://cdn.example.com/cat.png")], CallbackUrl = address }.TryValidate(out _));
    }
}
