using System.Security.Authentication;
using Evolink.Runtime.Files;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Http;

/// <summary>What came of one attempt: a response, or a failure and how far the request got.</summary>
internal readonly record struct Attempt(RequestPhase Phase, ApiResponse? Response, Exception? Failure) : IDisposable
{
    /// <summary>Whether the failure is one of set-up (certificate, proxy), which no repetition cures.</summary>
    public bool IsConfigurationFailure =>
        Failure is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError or HttpRequestError.UserAuthenticationError }
        || Failure?.InnerException is AuthenticationException
        || Misuse is not null
        || Failure is CrossOriginResponseException;

    /// <summary>Whether the whole response is there.</summary>
    public bool IsComplete => Response is { BodyFailure: null };

    /// <summary>The failure in words, without the host's internals.</summary>
    public string Reason => (Misuse ?? Failure ?? Response?.BodyFailure) switch
    {
        OperationCanceledException => "there was no response in time",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "the server's name could not be resolved; check the network and EvolinkOptions.BaseAddress",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "the TLS connection was refused; check certificates, the clock and any proxy",
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => "the proxy refused the connection; check the proxy settings",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "the server could not be reached",
        (HttpRequestException or IOException) and { } broken => $"the connection broke ({ExceptionText.GetMessage(broken.GetBaseException())})",
        { } failure => ExceptionText.GetMessage(failure),
        null => "the response could not be read",
    };

    // The sockets handler wraps what a body throws.
    private Exception? Misuse => IsMisuse(Failure) ? Failure : IsMisuse(Failure?.InnerException) ? Failure!.InnerException : null;

    private static bool IsMisuse(Exception? failure) => failure is RepeatedSendException or StreamInUseException;

    public void Dispose() => Response?.Dispose();
}
