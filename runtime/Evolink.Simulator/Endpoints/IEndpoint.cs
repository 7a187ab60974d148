using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>Answers the requests of one route.</summary>
internal interface IEndpoint
{
    /// <summary>What the requests are about.</summary>
    RequestKind Kind => RequestKind.Other;

    /// <exception cref="RefusedException">The request is refused.</exception>
    Task<IResult> AnswerAsync(HttpRequest request);
}
