using Evolink.Tool.Tests.Support;

namespace Evolink.Tool.Tests.Cli;

public sealed class LoginTests : IDisposable
{
    private const string Key = "sk-0123456789abcdef";

    private readonly TestHome _home = new();

    public void Dispose() => _home.Dispose();

    private string KeyFile => _home.PathOf(Path.Combine("config", "key"));

    [Fact]
    public async Task TheKey_IsKeptForItsOwnerAlone_AndIsNeverShown()
    {
        ToolRun run = (await LoginAsync(Key)).Ended(0).Says(KeyFile);
        Assert.DoesNotContain(Key, run.ToString(), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        Assert.Equal([KeyFile], Directory.GetFiles(Path.GetDirectoryName(KeyFile)!));
    }

    [Fact]
    public async Task TheKey_IsTheOneThatIsSent()
    {
        await using EvolinkSimulator service = await _home.ServeAsync(_home.Simulator with { ApiKey = Key });
        _home.Variables.Remove(EvolinkOptions.ApiKeyVariable);
        (await LoginAsync(Key)).Ended(0);
        (await _home.RunAsync("generate", "gpt-image-2", "--example")).Ended(0);
        Assert.Single(service.Ledger);
    }

    [Theory]
    [InlineData("", "No key was given.")]
    [InlineData("Bearer sk-secret-of-mine", "key")]
    [InlineData("YOUR_API_KEY", "key")]
    public async Task WhatIsNoKey_IsNotKept(string typed, string message)
    {
        ToolRun run = (await LoginAsync(typed)).Ended(2).Says(message);
        Assert.DoesNotContain("secret", run.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(KeyFile));
    }

    [Fact]
    public async Task AKeyThatOthersMayRead_IsNotUsed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        (await LoginAsync(Key)).Ended(0);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        (await _home.RunAsync("generate", "gpt-image-2", "--example")).Ended(2).Says($"chmod 600 '{KeyFile}'");
    }

    [Fact]
    public async Task Remove_DeletesIt()
    {
        (await LoginAsync(Key)).Ended(0);
        (await _home.RunAsync("login", "--remove")).Ended(0).Says("The key is deleted here.");
        Assert.False(File.Exists(KeyFile));
        (await _home.RunAsync("login", "--remove")).Ended(0).Says("There was no key.");
    }

    private Task<ToolRun> LoginAsync(string typed) => _home.RunAsync(typed + "\n", TestContext.Current.CancellationToken, "login");
}
