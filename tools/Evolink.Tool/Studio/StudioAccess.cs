using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Evolink.Tool.Loopback;
using Microsoft.AspNetCore.Http;

namespace Evolink.Tool.Studio;

/// <summary>Who may use the studio: a browser that was given the address with the token, and no page but the studio's own.</summary>
internal sealed class StudioAccess
{
    private const string TokenParameter = "token";

    /// <summary>Nothing is loaded from anywhere else, also where a model's or a server's text would like to; files of the user's are shown from memory.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly string _token;
    private readonly byte[] _tokenBytes;

    private StudioAccess(string token) => (_token, _tokenBytes) = (token, Encoding.ASCII.GetBytes(token));

    /// <summary>A browser has come with the token.</summary>
    public event Action? Opened;

    public static StudioAccess Create() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));

    public Uri AddressOf(Uri server) => new(server, $"/?{TokenParameter}={_token}");

    public Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        HttpRequest request = context.Request;
        WriteHeaders(context.Response.Headers);
        if (LoopbackServer.IsForeign(request)) return RefuseAsync(context, StatusCodes.Status403Forbidden, "The studio answers to this machine's own addresses alone.");

        // Opened from a mail or a note it is another site's link, which is why the token is looked at first. No cookie comes with such a request.
        bool isOpening = HttpMethods.IsGet(request.Method) && request.Path == "/" && IsToken(request.Query[TokenParameter]);
        if (isOpening)
        {
            context.Response.Cookies.Append(CookieName(context), _token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
            Opened?.Invoke();
            return next(context);
        }

        if (LoopbackServer.IsOtherServer(request)) return RefuseAsync(context, StatusCodes.Status403Forbidden, "Pages of other servers may not use the studio.");
        return IsToken(request.Cookies[CookieName(context)])
            ? next(context)
            : RefuseAsync(context, StatusCodes.Status401Unauthorized, "Open the address that `evolink studio` has written: it holds the token. Each start has a new one.");
    }

    private static void WriteHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    /// <summary>Browsers keep one cookie of a name for all ports of a machine, and there may be several studios.</summary>
    private static string CookieName(HttpContext context) => string.Create(CultureInfo.InvariantCulture, $"evolink-studio-{context.Connection.LocalPort}");

    private static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(reason + "\n", context.RequestAborted);
    }

    private bool IsToken(string? given) => given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), _tokenBytes);
}
