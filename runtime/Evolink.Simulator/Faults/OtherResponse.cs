using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>Gives another response than the API's.</summary>
internal sealed record OtherResponse(int StatusCode, string ContentType, byte[] Body) : Fault, IResult
{
    public static readonly IReadOnlyDictionary<string, string> NoHeaders = ReadOnlyDictionary<string, string>.Empty;

    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    public bool CarriesOut { get; init; }

    public static OtherResponse Error(int status, string? code, string? retryAfter)
    {
        JsonObject error = new() { ["code"] = code is null ? status : code, ["message"] = "This fault was asked for.", ["type"] = "api_error" };
        return new OtherResponse(status, "application/json", JsonResponse.Bytes(new JsonObject { ["error"] = error }))
        {
            Headers = retryAfter is null ? NoHeaders : new Dictionary<string, string> { ["Retry-After"] = retryAfter },
        };
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = StatusCode;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        foreach ((string name, string value) in Headers) response.Headers[name] = value;
        await response.Body.WriteAsync(Body, httpContext.RequestAborted).ConfigureAwait(false);
    }

    internal override async Task PlayAsync(Exchange exchange)
    {
        await exchange.TakeAsync(CarriesOut).ConfigureAwait(false);
        await exchange.AnswerAsync(this).ConfigureAwait(false);
    }
}
