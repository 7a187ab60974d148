using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Evolink.Simulation;

/// <summary>What every request goes through: a request id, the log, a fault where one is wanted, its route, the key, the response or the refusal.</summary>
internal sealed class SimulatedApi(SimulatorOptions options, RouteTable routes, RequestLog log)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.ApiKey);
    private readonly byte[] _authorization = Encoding.UTF8.GetBytes("Bearer " + options.ApiKey);

    public async Task HandleAsync(HttpContext context)
    {
        LoggedRequest logged = Log(context);
        Exchange exchange = new(context, () => CarryOutAsync(context.Request), logged, options.TimeProvider);
        if (FaultOf(context.Request, logged) is { } fault) await fault.PlayAsync(exchange).ConfigureAwait(false);
        else await exchange.AnswerAsync(await exchange.CarryOutAsync().ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task<IResult> CarryOutAsync(HttpRequest request)
    {
        Route? route = null;
        try
        {
            route = routes.Find(request.Method, request.Path.Value ?? "/");
            if (route.NeedsKey) EnsureKey(request, route.Operation);
            return await route.Endpoint.AnswerAsync(request).ConfigureAwait(false);
        }
        catch (RefusedException refused)
        {
            return Refusal(refused.Error, route);
        }
        catch (BadHttpRequestException bad)
        {
            return Refusal(bad.StatusCode == 413 ? ApiError.TooLarge(options.MaxRequestBytes) : ApiError.Invalid(bad.Message), route);
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not IOException)
        {
            // A script of the user's threw: it is seen where the request was made.
            return Refusal(ApiError.Internal(problem), route);
        }
    }

    private Fault? FaultOf(HttpRequest request, LoggedRequest logged)
    {
        if (options.Faults is not { } faults) return null;
        RequestRecord record = logged.Record;
        try
        {
            return faults(new FaultContext(logged.Number, routes.KindOf(record.Method, record.Path), record.Method, record.Path, record.IdempotencyKey, record.Time));
        }
        catch (Exception problem)
        {
            return Fault.Answer(500, "application/json", ApiError.Internal(problem).ToJson(null).ToJsonString());
        }
    }

    private static JsonResponse Refusal(ApiError error, Route? route) =>
        new(error.Status, route is { Endpoint.UsesFileErrors: true } ? error.ToFileJson() : error.ToJson(route?.Operation?.DocumentedError(error.Status)));

    private void EnsureKey(HttpRequest request, SpecOperation? operation)
    {
        if (IsSame(request.Headers.Authorization.ToString(), _authorization)) return;
        foreach ((string location, string name) in operation?.KeyPlaces ?? [])
        {
            string given = location == "query" ? request.Query[name].ToString() : location == "cookie" ? request.Cookies[name] ?? "" : request.Headers[name].ToString();
            if (IsSame(given, _key)) return;
        }

        throw new RefusedException(ApiError.Unauthorized);
    }

    private static bool IsSame(string given, byte[] wanted) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), wanted);

    private LoggedRequest Log(HttpContext context)
    {
        HttpRequest request = context.Request;
        HttpResponse response = context.Response;
        string requestId = "req-" + Guid.CreateVersion7().ToString("N");
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        response.Headers["x-request-id"] = requestId;
        response.Headers.Date = HeaderUtilities.FormatDate(now); // a date in Retry-After is compared with it
        LoggedRequest logged = log.Add(new RequestRecord(
            request.Method, request.Path.Value ?? "/", 0, now, requestId, request.Headers["Idempotency-Key"].FirstOrDefault(), request.Headers.ContainsKey("Authorization")));
        response.OnStarting(() => Answered(response.StatusCode));
        response.OnCompleted(() => Answered(0));
        return logged;

        Task Answered(int status)
        {
            logged.Answered(status);
            return Task.CompletedTask;
        }
    }
}
