using System.Net;
using System.Security.Cryptography;
using System.Text;
using Evolink.Tool.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
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
        await server.StartAsync(stopped);
        string address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await environment.Screen.Error.WriteLineAsync($"MCP over HTTP at {address}\nHeader: Authorization: Bearer {token}\nCtrl-C ends it.");
        await Task.Delay(Timeout.Infinite, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await server.StopAsync(new CancellationToken(canceled: true));
    }

    private static WebApplication Build(IReadOnlyList<McpServerTool> tools, bool isSimulated, int port, byte[] authorization)
    {
        // The empty builder reads no configuration: nothing in the environment opens another port.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddMcpServer(options => McpInstructions.Configure(options, isSimulated)).WithHttpTransport().WithTools(tools);
        WebApplication app = builder.Build();
        app.Use((context, next) => Refusal(context, authorization) is { } status ? RefuseAsync(context, status) : next(context));
        app.MapMcp();
        return app;
    }

    private static int? Refusal(HttpContext context, byte[] authorization)
    {
        // A page of another site that has its name lead to the loopback sends its own name as Host, and its own address as Origin.
        if (!IsLoopback(context.Request.Host.Host)) return StatusCodes.Status403Forbidden;
        if (context.Request.Headers.Origin is [{ } origin, ..] && !(Uri.TryCreate(origin, UriKind.Absolute, out Uri? site) && IsLoopback(site.Host))) return StatusCodes.Status403Forbidden;
        byte[] given = Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString());
        return CryptographicOperations.FixedTimeEquals(given, authorization) ? null : StatusCodes.Status401Unauthorized;
    }

    private static bool IsLoopback(string host) => host is "localhost" or "127.0.0.1" or "[::1]";

    private static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
