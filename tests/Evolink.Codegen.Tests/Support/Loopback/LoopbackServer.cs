using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Evolink.Codegen.Tests.Support.Loopback;

/// <summary>
/// The one server of all tests: Kestrel on the loopback, with and without TLS. It stands for whatever host a client calls, since the client's
/// connections lead here; whose a connection is tells its port.
/// </summary>
internal sealed class LoopbackServer
{
    private static readonly Lazy<Task<LoopbackServer>> s_shared = new(StartAsync);

    private static readonly X509Certificate2 s_certificate = CreateCertificate();

    private readonly ConcurrentDictionary<int, LoopbackHandler> _owners = new();
    private int _plainPort;
    private int _securePort;

    public static Task<LoopbackServer> GetAsync() => s_shared.Value;

    /// <summary>Connects for a handler, whatever host it asks for.</summary>
    public async ValueTask<Stream> ConnectAsync(LoopbackHandler owner, bool isSecure, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            _owners[((IPEndPoint)socket.LocalEndPoint!).Port] = owner;
            await socket.ConnectAsync(IPAddress.Loopback, isSecure ? _securePort : _plainPort, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The server's certificate, which nobody else has signed, is the one that is trusted, for any host.</summary>
    public static SslClientAuthenticationOptions Trusting { get; } = new()
    {
        RemoteCertificateValidationCallback = static (_, found, _, _) => found?.GetCertHashString() == s_certificate.Thumbprint,
    };

    private static async Task<LoopbackServer> StartAsync()
    {
        var server = new LoopbackServer();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, secure => secure.UseHttps(s_certificate));
        });
        WebApplication app = builder.Build();
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        // Of the process, as the server is: both end with it.
        Uri[] addresses = [.. app.Urls.Select(url => new Uri(url))];
        server._plainPort = addresses.Single(address => address.Scheme == "http").Port;
        server._securePort = addresses.Single(address => address.Scheme == "https").Port;
        return server;
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=loopback", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        LoopbackHandler owner = _owners[context.Connection.RemotePort];
        owner.Record(await ReadAsync(context.Request));
        using HttpResponseMessage answer = owner.Answer();
        await WriteAsync(context, answer);
    }

    private static async Task<Sent> ReadAsync(HttpRequest request)
    {
        bool hasBody = request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()!.CanHaveBody;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return new Sent(
            request.Method,
            new Uri($"{request.Scheme}://{request.Host}{request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget}"),
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value.AsEnumerable()), StringComparer.OrdinalIgnoreCase),
            hasBody || request.ContentLength is not null ? Encoding.UTF8.GetString(body.ToArray()) : null);
    }

    private static async Task WriteAsync(HttpContext context, HttpResponseMessage answer)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach ((string name, IEnumerable<string> values) in answer.Headers.Concat(answer.Content.Headers))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        try
        {
            Stream body = await answer.Content.ReadAsStreamAsync();
            byte[] buffer = new byte[16 * 1024];
            for (int count; (count = await body.ReadAsync(buffer)) > 0;)
            {
                await context.Response.Body.WriteAsync(buffer.AsMemory(0, count));
                await context.Response.Body.FlushAsync();
            }
        }
        catch (IOException)
        {
            // The body is one that breaks off, so the connection does.
            context.Abort();
        }
    }
}
