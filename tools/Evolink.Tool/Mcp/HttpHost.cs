using System.Security.Cryptography;
using System.Text;
using Evolink.Tool.Cli;
using Evolink.Tool.Loopback;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

namespace Evolink.Tool.Mcp;

/// <summary>Serves agents of this machine over HTTP: on the loopback alone, and with a token, since every page in a browser can reach the loopback, too.</summary>
internal static class HttpHost
{
    /// <summary>Names the token, for clients whose configuration does not change from start to start.</summary>
    public const string TokenVariable = "EVOLINK_MCP_TOKEN";

    private const int LeastTokenLength = 16;

    public static async Task RunAsync(ToolEnvironment environment, IReadOnlyList<McpServerTool> tools, bool isSimulated, int port, CancellationToken stopped)
    {
        string token = environment.Value(TokenVariable) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        if (token.Length < LeastTokenLength) throw ToolException.Usage($"{TokenVariable} must have at least {LeastTokenLength} characters.");
        await using WebApplication server = Build(tools, isSimulated, port, Encoding.UTF8.GetBytes($"Bearer {token}"));
        Uri address = await LoopbackServer.StartAsync(server, stopped);
        await environment.Screen.Error.WriteLineAsync($"MCP over HTTP at {address.GetLeftPart(UriPartial.Authority)}\nHeader: Authorization: Bearer {token}\nCtrl-C ends it.");
        await Task.Delay(Timeout.Infinite, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await server.StopAsync(new CancellationToken(canceled: true));
    }

    private static WebApplication Build(IReadOnlyList<McpServerTool> tools, bool isSimulated, int port, byte[] authorization)
    {
        WebApplicationBuilder builder = LoopbackServer.CreateBuilder(port);
        builder.Services.AddMcpServer(options => McpInstructions.Configure(options, isSimulated)).WithHttpTransport().WithTools(tools);
        WebApplication app = builder.Build();
        app.Use((context, next) => Refusal(context, authorization) is { } status ? RefuseAsync(context, status) : next(context));
        app.MapMcp();
        return app;
    }

    private static int? Refusal(HttpContext context, byte[] authorization)
    {
        if (LoopbackServer.IsForeign(context.Request)) return StatusCodes.Status403Forbidden;
        byte[] given = Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString());
        return CryptographicOperations.FixedTimeEquals(given, authorization) ? null : StatusCodes.Status401Unauthorized;
    }

    private static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
