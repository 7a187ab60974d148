using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>Answers the requests of one route.</summary>
internal interface IEndpoint
{
    /// <summary>What the requests are about.</summary>
    RequestKind Kind => RequestKind.Other;

    /// <summary>Whether its refusals have the form of the files API.</summary>
    bool UsesFileErrors => false;

    /// <exception cref="RefusedException">The request is refused.</exception>
    Task<IResult> AnswerAsync(HttpRequest request);
}
