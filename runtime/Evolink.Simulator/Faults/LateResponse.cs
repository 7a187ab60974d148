using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>Carries the request out at once and answers it later, if anyone still listens.</summary>
internal sealed record LateResponse(TimeSpan By) : Fault
{
    internal override async Task PlayAsync(Exchange exchange)
    {
        IResult answer = await exchange.CarryOutAsync().ConfigureAwait(false);
        if (await exchange.PauseAsync(By).ConfigureAwait(false)) await exchange.AnswerAsync(answer).ConfigureAwait(false);
    }
}
