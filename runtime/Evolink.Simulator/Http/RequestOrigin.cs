using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

internal static class RequestOrigin
{
    /// <summary>The origin that the client knows the simulator by.</summary>
    public static string Origin(this HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
