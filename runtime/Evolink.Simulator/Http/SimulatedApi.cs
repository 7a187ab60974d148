using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>What every request goes through: a request id, its route, the key, the answer or the refusal, the log.</summary>
internal sealed class SimulatedApi(SimulatorOptions options, RouteTable routes, RequestLog log)
{
    private readonly byte[] _authorization = Encoding.UTF8.GetBytes("Bearer " + options.ApiKey);

    public async Task HandleAsync(HttpContext context)
    {
        string requestId = "req-" + Guid.CreateVersion7().ToString("N");
        context.Response.Headers["x-request-id"] = requestId;
        LogWhenAnswered(context, requestId);

        Route? route = null;
        IResult answer;
        try
        {
            route = routes.Find(context.Request.Method, context.Request.Path.Value ?? "/");
            if (route.NeedsKey) EnsureKey(context.Request);
            answer = await route.Endpoint.AnswerAsync(context.Request).ConfigureAwait(false);
        }
        catch (RefusedException refused)
        {
            answer = Refusal(refused.Error, route);
        }
        catch (BadHttpRequestException bad)
        {
            answer = Refusal(bad.StatusCode == 413 ? ApiError.TooLarge(options.MaxRequestBytes) : ApiError.Invalid(bad.Message), route);
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not IOException)
        {
            // A script of the user's threw: it is seen where the request was made.
            answer = Refusal(ApiError.Internal(problem), route);
        }
        await answer.ExecuteAsync(context).ConfigureAwait(false);
    }

    private static JsonAnswer Refusal(ApiError error, Route? route) =>
        new(error.Status, error.ToJson(route?.Operation?.DocumentedError(error.Status)));

    private void EnsureKey(HttpRequest request)
    {
        byte[] given = Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString());
        if (!CryptographicOperations.FixedTimeEquals(given, _authorization)) throw new RefusedException(ApiError.Unauthorized);
    }

    /// <summary>Logs before the first byte leaves, so that who has the answer finds the request in the log.</summary>
    private void LogWhenAnswered(HttpContext context, string requestId)
    {
        HttpRequest request = context.Request;
        DateTimeOffset arrived = options.TimeProvider.GetUtcNow();
        bool logged = false;
        context.Response.OnStarting(() => Log(context.Response.StatusCode));
        context.Response.OnCompleted(() => Log(0));

        Task Log(int status)
        {
            if (!logged)
                log.Add(new RequestRecord(request.Method, request.Path.Value ?? "/", status, arrived, requestId,
                    request.Headers["Idempotency-Key"].FirstOrDefault(), request.Headers.ContainsKey("Authorization")));
            logged = true;
            return Task.CompletedTask;
        }
    }
}
