using System.Net;
using System.Reflection;
using Evolink.Codegen.Tests.Support;
using Evolink.Codegen.Tests.Support.Loopback;

namespace Evolink.Codegen.Tests.Capabilities.Foreign;

/// <summary>What is EvoLink's does not hold for another vendor's document.</summary>
public sealed class ForeignTests
{
    private static readonly Lazy<Assembly> s_print = new(() => GeneratorHarness.Run(new ProjectOptions(client: "PrintClient"), ("specs/printing.yaml", EmbeddedFiles.Text("Capabilities/Foreign/printing.yaml"))).Load());

    private static Consumer Own => Consumer.OfFile("Foreign/printing.yaml", """
        public static Task Print(EvolinkClient client) => client.Prints.PrintAsync(new() { CallbackUrl = new("http://printer.lan/done"), ImageUrl = new("http://nas.lan/a.png") });
        public static Task List(EvolinkClient client) => client.Prints.ListPrintsAsync();
        """);

    private static Consumer Evolinks => Consumer.Create(EmbeddedFiles.Text("Capabilities/Foreign/printing.yaml") + "x-evolink-conventions: true\n", """
        public static Task Print(EvolinkClient client) => client.Prints.PrintAsync(new() { CallbackUrl = new("http://printer.lan/done") });
        public static Task List(EvolinkClient client) => client.Prints.ListPrintsAsync();
        """);

    [Fact]
    public async Task ACallbackWithinTheNetwork_IsTheVendorsToJudge()
    {
        Assert.Equal("""{"callback_url":"http://printer.lan/done","image_url":"http://nas.lan/a.png"}""", (await Own.SendAsync("Print", NoContent)).Body);
        await Assert.ThrowsAsync<EvolinkValidationException>(() => Evolinks.SendAsync("Print", NoContent));
    }

    [Theory]
    [InlineData(400, "application/problem+json", """{"type":"about:blank","title":"Bad Request","status":400,"detail":"the sheet is too small"}""", "print was answered with 400: the sheet is too small.", EvolinkErrorKind.InvalidRequest)]
    [InlineData(400, "application/problem+json", """{"title":"No such paper"}""", "print was answered with 400: No such paper.", EvolinkErrorKind.InvalidRequest)]
    [InlineData(401, "application/json", "{}", "print was answered with 401. Check EVOLINK_API_KEY or EvolinkOptions.ApiKey.", EvolinkErrorKind.Authentication)]
    [InlineData(403, "application/json", "{}", "print was answered with 403.", EvolinkErrorKind.PermissionDenied)]
    [InlineData(409, "application/json", "{}", "print was answered with 409.", EvolinkErrorKind.Conflict)]
    [InlineData(429, "application/json", "{}", "print was answered with 429. Slow down and try again later.", EvolinkErrorKind.RateLimited)]
    [InlineData(500, "application/json", """{"code":"invalid_state","message":"m"}""", "print was answered with 500 (invalid_state): m. The fault is the server's; try again later.", EvolinkErrorKind.Server)]
    public async Task AnError_IsTheVendors_AndAdvisedAsAnyOneIs(int status, string mediaType, string body, string message, EvolinkErrorKind kind)
    {
        EvolinkApiException error = await Assert.ThrowsAsync<EvolinkApiException>(() => Own.RunAsync("Print", () => Consumer.Answer(body, mediaType, (HttpStatusCode)status)));
        Assert.Equal((message, kind), (error.Message, error.Kind));
    }

    [Fact]
    public async Task WhatIsEvolinks_IsAdvisedAsEvolinks() => Assert.Contains(
        "the vendor asks for 60 seconds",
        (await Assert.ThrowsAsync<EvolinkApiException>(() => Evolinks.RunAsync("List", () => Consumer.Answer("{}", "application/json", HttpStatusCode.TooManyRequests)))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "k", "print", "Basic azo=", null)]
    [InlineData(null, "user:word", "print", "Basic dXNlcjp3b3Jk", null)]
    [InlineData("accessToken", "k", "print", null, "k")]
    [InlineData("oauth", "k", "print", "Bearer k", null)]
    [InlineData("oauth", "k", "listPrints", null, "k")]
    [InlineData("inCookie", "k", "queryKey", null, null)]
    public async Task OfSeveralSchemes_TheCallerChooses(string? scheme, string key, string operation, string? authorization, string? token)
    {
        Sent sent = await SendAsync(new EvolinkOptions { ApiKey = key, SecurityScheme = scheme }, operation);
        Assert.Equal((authorization, token), (sent.Header("Authorization"), sent.Header("X-Access-Token")));
        if (operation == "queryKey") Assert.Equal(("", "sid=k"), (sent.Uri.Query, sent.Header("Cookie")));
    }

    [Fact]
    public async Task ASchemeThatNoOperationOffers_IsRefusedWhenTheClientIsMade() => Assert.Contains(
        "SecurityScheme must be one of account, accessToken, oauth, inQuery, inCookie, and is 'other'",
        (await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(new EvolinkOptions { ApiKey = "k", SecurityScheme = "other" }, "print"))).GetBaseException().Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task TheVariablesAreTheClients_AndNoKeyOfEvolinkGoesToAnotherVendor()
    {
        Exception none = await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(new EvolinkOptions(), "listPrints"));
        Assert.Equal("There is no API key. Set the environment variable PRINT_API_KEY, or pass the key to the client, or set EvolinkOptions.ApiKey.", none.GetBaseException().Message);
        try
        {
            Environment.SetEnvironmentVariable("PRINT_API_KEY", "printed");
            Environment.SetEnvironmentVariable("PRINT_BASE_URL", "https://print.example.net/at");
            Sent sent = await SendAsync(new EvolinkOptions(), "listPrints");
            Assert.Equal(("printed", "https://print.example.net/at/v1/prints"), (sent.Header("X-Access-Token"), sent.Uri.ToString()));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PRINT_API_KEY", null);
            Environment.SetEnvironmentVariable("PRINT_BASE_URL", null);
        }
    }

    [Theory]
    [InlineData("http://renderer.internal:8080", true)]
    [InlineData("http://localhost:8080", false)]
    [InlineData("https://renderer.internal", false)]
    public void ServersOfPlainHttp_AreSaidAtBuild(string server, bool isSaid)
    {
        Generation generation = GeneratorHarness.Run(("specs/demo.yaml", Spec(server)));
        Assert.Equal(isSaid ? ["EVO1060"] : [], generation.Diagnostics.Select(found => found.Id));
        Assert.All(generation.Diagnostics, found => Assert.Contains("EvolinkOptions.AllowInsecureHttp", found.GetMessage(null), StringComparison.Ordinal));
    }

    [Fact]
    public async Task PlainHttp_IsSentTo_WhereThatIsAllowed()
    {
        Consumer own = Consumer.Create(Spec("http://renderer.internal:8080"), """
            public static async Task<string> Refused(EvolinkClient client) => (await Catch(() => client.X.GetXAsync())).Message;
            public static async Task Allowed(EvolinkClient client, HttpClient http)
            {
                using var allowed = new EvolinkClient(new EvolinkOptions { ApiKey = "k", AllowInsecureHttp = true }, http);
                await allowed.X.GetXAsync();
            }

            private static async Task<Exception> Catch(Func<Task> call)
            {
                try { await call(); } catch (InvalidOperationException refused) { return refused; }
                throw new InvalidOperationException("sent");
            }
            """);
        Assert.Contains("EvolinkOptions.AllowInsecureHttp", (string)(await own.RunAsync("Refused")).Result!, StringComparison.Ordinal);
        Assert.Equal("http://renderer.internal:8080/v1/x", (await own.SendAsync("Allowed", NoContent)).Uri.ToString());
    }

    private static string Spec(string server) => $"""
        openapi: 3.1.0
        info:
          title: t
          version: '1'
        servers:
          - url: '{server}'
        paths:
          /v1/x:
            get:
              operationId: getX
              responses:
                '204':
                  description: d
        """;

    private static async Task<Sent> SendAsync(EvolinkOptions options, string operation)
    {
        using var server = new LoopbackClient(NoContent);
        Type type = s_print.Value.GetType("Evolink.PrintClient")!;
        using var client = (IDisposable)Activator.CreateInstance(type, options, server.Http)!;
        object group = type.GetProperty("Prints")!.GetValue(client)!;
        MethodInfo method = group.GetType().GetMethod(char.ToUpperInvariant(operation[0]) + operation[1..] + "Async")!;
        object?[] arguments = [.. method.GetParameters().Select(parameter => parameter.ParameterType == typeof(CancellationToken) ? TestContext.Current.CancellationToken : Activator.CreateInstance(parameter.ParameterType))];
        await (Task)method.Invoke(group, arguments)!;
        return Assert.Single(server.Sent);
    }

    private static HttpResponseMessage NoContent() => new(HttpStatusCode.NoContent);
}
