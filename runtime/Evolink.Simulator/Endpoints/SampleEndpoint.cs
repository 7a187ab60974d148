using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>Any other operation: its body is validated, its response is the documented example.</summary>
internal sealed class SampleEndpoint(SpecOperation operation) : IEndpoint
{
    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        if (operation.TakesBody)
            BodyValidation.Ensure(operation, (await JsonBody.ReadAsync(request).ConfigureAwait(false)).Root);
        return operation.Sample() is { } sample ? new JsonResponse(operation.Status, sample) : Results.StatusCode(operation.Status);
    }
}
