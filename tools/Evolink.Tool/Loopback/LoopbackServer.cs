using System.Net;
using Evolink.Tool.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Evolink.Tool.Loopback;

/// <summary>A server for this machine alone.</summary>
internal static class LoopbackServer
{
    /// <summary>A builder that listens on the loopback and reads no configuration: nothing in the environment opens another port.</summary>
    /// <param name="port">The port; 0 for a free one.</param>
    public static WebApplicationBuilder CreateBuilder(int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        return builder;
    }

    /// <summary>Starts it.</summary>
    /// <returns>Where it listens, such as <c>http://127.0.0.1:5080</c>.</returns>
    /// <exception cref="ToolException">The port is taken.</exception>
    public static async Task<Uri> StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw ToolException.Failed("The port is taken by another program. Take another one with --port, or leave it out for a free one.");
        }

        return new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Whether a request is another site's: one that has its name lead to the loopback sends its own name as Host, and its own address as Origin.</summary>
    public static bool IsForeign(HttpRequest request) =>
        !IsLoopback(request.Host.Host)
        || (request.Headers.Origin is [{ } origin, ..] && !(Uri.TryCreate(origin, UriKind.Absolute, out Uri? site) && IsLoopback(site.Host)));

    /// <summary>Whether a request comes from a page of another server, even one of this machine: browsers share cookies between its ports.</summary>
    public static bool IsOtherServer(HttpRequest request) =>
        (request.Headers.Origin is [{ } origin, ..] && !string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase))
        || request.Headers["Sec-Fetch-Site"] is ["cross-site" or "same-site", ..];

    private static bool IsLoopback(string host) => host is "localhost" or "127.0.0.1" or "[::1]";
}
