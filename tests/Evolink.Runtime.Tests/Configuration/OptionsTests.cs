using System.Text.Json;
using Evolink.Runtime.Configuration;
using Evolink.Tests.Support;

namespace Evolink.Tests.Configuration;

public sealed class OptionsTests
{
    [Fact]
    public void TheKey_ShowsItsLastFourCharacters_AndNeverMore()
    {
        EvolinkOptions options = TestApi.Options();

        foreach (string text in new[] { options.ToString(), JsonSerializer.Serialize(options), $"{options}" })
        {
            Assert.DoesNotContain(TestApi.Key, text, StringComparison.Ordinal);
            Assert.Contains("****WXYZ", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("short")]
    [InlineData("")]
    [InlineData(null)]
    public void AShortKey_ShowsNothing(string? key) => Assert.DoesNotContain("short", new EvolinkOptions { ApiKey = key }.ToString(), StringComparison.Ordinal);

    [Fact]
    public void EveryOptionOutOfRange_IsNamed_InOneMessage()
    {
        EvolinkOptions options = TestApi.Options();
        options.BaseAddress = new Uri("http://api.test");
        options.AttemptTimeout = TimeSpan.Zero;
        options.SubmitTimeout = Timeout.InfiniteTimeSpan;
        options.MaxRetries = -1;
        options.SubmitRetry = (SubmitRetry)9;
        options.UserAgentSuffix = "a\r\nb";
        options.Polling = new PollingOptions { MinimumInterval = TimeSpan.FromSeconds(9), MaximumInterval = TimeSpan.FromSeconds(1), Timeout = TimeSpan.Zero, RequestsPerSecond = double.NaN };

        ArgumentException error = Assert.Throws<ArgumentException>(() => new TestClient(options));

        string[] names =
        [
            "BaseAddress", "AttemptTimeout", "SubmitTimeout", "MaxRetries", "SubmitRetry", "UserAgentSuffix",
            "Polling.MaximumInterval", "Polling.Timeout", "Polling.RequestsPerSecond",
        ];
        Assert.All(names, name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sk two words long enough to show")]
    [InlineData("sk-line\nbreak-long-enough-to-show")]
    public void AnImpossibleKey_IsRefused_AndNotQuoted(string key)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new TestClient(key));

        Assert.Contains("ApiKey", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5000", true)]
    [InlineData("http://127.0.0.1:5000/v1", true)]
    [InlineData("http://[::1]:5000", true)]
    [InlineData("https://gateway.test", true)]
    [InlineData("http://gateway.test", false)]
    [InlineData("http://localhost.evil.test", false)]
    [InlineData("http://127.0.0.1.evil.test", false)]
    [InlineData("ftp://gateway.test", false)]
    [InlineData("/v1", false)]
    [InlineData("https://user:word@gateway.test", false)]
    [InlineData("https://gateway.test/?key=1", false)]
    public void ABaseAddress_IsHttps_OrThisMachine(string address, bool isFine)
    {
        EvolinkOptions options = new() { BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) };

        Assert.Equal(isFine, OptionsValidator.FindProblems(options).Count == 0);
    }

    [Theory]
    [InlineData("http://gateway.test", true)]
    [InlineData("http://10.0.0.7:8080/v1", true)]
    [InlineData("https://gateway.test", true)]
    [InlineData("ftp://gateway.test", false)]
    [InlineData("http://user:word@gateway.test", false)]
    [InlineData("/v1", false)]
    public void PlainHttp_IsAllowed_WhereTheCallerAsksForIt(string address, bool isFine)
    {
        EvolinkOptions options = new() { BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute), AllowInsecureHttp = true };

        Assert.Equal(isFine, OptionsValidator.FindProblems(options).Count == 0);
    }

    [Fact]
    public void APlainHttpAddress_IsRefused_WithTheWayOut()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new TestClient(new EvolinkOptions { ApiKey = TestApi.Key, BaseAddress = new Uri("http://gateway.test") }));

        Assert.Contains("AllowInsecureHttp", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://someone:secret@gateway.test/v1")]
    [InlineData("http://someone:secret@gateway.test/v1")]
    [InlineData("https://gateway.test/v1?token=secret")]
    [InlineData("http://gateway.test/?secret")]
    [InlineData("https://gateway.test/#secret")]
    [InlineData("/v1?token=secret")]
    [InlineData("someone:secret@gateway.test")]
    public void UserInfoAndQuery_OfABaseAddress_StandInNoText(string address)
    {
        EvolinkOptions options = new() { ApiKey = TestApi.Key, BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) };

        ArgumentException error = Assert.Throws<ArgumentException>(() => new TestClient(options));
        InvalidOperationException ofEnvironment = Assert.Throws<InvalidOperationException>(() => ClientSettings.From(TestApi.Descriptor, TestApi.Options(), name => name == "EVOLINK_BASE_URL" ? address : null));

        foreach (string text in new[] { error.ToString(), ofEnvironment.ToString(), options.ToString(), JsonSerializer.Serialize(options) })
        {
            Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
            Assert.DoesNotContain("someone", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ABaseAddress_GoesThroughJson()
    {
        EvolinkOptions options = new() { BaseAddress = new Uri("https://gateway.test:8443/v1/") };

        Assert.Equal(options.BaseAddress, JsonSerializer.Deserialize<EvolinkOptions>(JsonSerializer.Serialize(options))!.BaseAddress);
    }

    [Fact]
    public void ABaseAddressThatIsNone_IsNamed_AndNotQuoted()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() =>
            ClientSettings.From(TestApi.Descriptor, TestApi.Options(), name => name == "EVOLINK_BASE_URL" ? "https://someone:secret@" : null));

        Assert.Contains("EVOLINK_BASE_URL", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheEnvironment_StandsIn_WhereAnOptionIsNotSet()
    {
        string? Environment(string name) => name switch { "EVOLINK_API_KEY" => " sk-environment ", "EVOLINK_BASE_URL" => "http://127.0.0.1:9", _ => null };

        ClientSettings settings = ClientSettings.From(TestApi.Descriptor, new EvolinkOptions(), Environment);
        ClientSettings explicitly = ClientSettings.From(TestApi.Descriptor, new EvolinkOptions { ApiKey = "mine", BaseAddress = new Uri("https://mine.test") }, Environment);

        Assert.Equal(("sk-environment", "127.0.0.1"), (settings.ApiKey, settings.Servers.Resolve(TestApi.Query, "/x").Host));
        Assert.Equal(("mine", "mine.test"), (explicitly.ApiKey, explicitly.Servers.Resolve(TestApi.Query, "/x").Host));
    }

    [Fact]
    public void WithoutAKey_TheMessageSaysWhatToDo()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => ClientSettings.From(TestApi.Descriptor, new EvolinkOptions(), _ => null));

        Assert.Contains("EVOLINK_API_KEY", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnusableEnvironment_IsNamed()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() =>
            ClientSettings.From(TestApi.Descriptor, TestApi.Options(), name => name == "EVOLINK_BASE_URL" ? "http://elsewhere.test" : null));

        Assert.Contains("EVOLINK_BASE_URL", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LaterChanges_DoNotReachAClient()
    {
        StubServer server = StubServer.Sequence(() => StubServer.Json(TestApi.Task("pending")));
        using HttpClient http = server.Client();
        EvolinkOptions options = TestApi.Options();
        using TestClient client = new(options, http);
        options.ApiKey = "another";
        options.BaseAddress = new Uri("https://another.test");

        await client.GetTaskAsync();

        Assert.Equal(("api.test", "Bearer " + TestApi.Key), (server.Requests[0].Address.Host, server.Requests[0].Headers["Authorization"]));
    }
}
