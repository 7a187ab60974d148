using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Evolink.Simulation;

namespace Evolink.Tests;

/// <summary>The command itself, as a person starts it.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task TheCommand_FailsAsItIsAskedTo_AndServesAllTheSame()
    {
        using Process process = Start("--specs", Api.TestSpecs, "--duration", "0", "--fail", "create:503*1");
        try
        {
            string address = await ReadAddressAsync(process);
            using HttpClient client = new() { BaseAddress = new Uri(address) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk-simulator");

            Assert.Equal(HttpStatusCode.ServiceUnavailable, await CreateAsync(client));
            Assert.Equal(HttpStatusCode.OK, await CreateAsync(client));
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task AMistake_IsOneSentenceAndExitCodeTwo()
    {
        using Process process = Start("--duration", "NaN");
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, process.ExitCode);
        Assert.Equal("--duration needs a time of at most a day, such as 2.3, 250ms or 3s, not 'NaN'. Try --help.", error.Trim());
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static async Task<string> ReadAddressAsync(Process process)
    {
        const string Start = "Listening on ";
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.StartsWith(Start, StringComparison.Ordinal)) return line[Start.Length..];
        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<HttpStatusCode> CreateAsync(HttpClient client)
    {
        using StringContent body = new(Api.Film, new MediaTypeHeaderValue("application/json"));
        using HttpResponseMessage response = await client.PostAsync(Api.Creates, body, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
