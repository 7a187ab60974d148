using System.Collections.Concurrent;
using Evolink.Jobs.Requests;

namespace Evolink.Jobs.Limits;

/// <summary>What a job will probably cost: what the host says, else the most that the server has set aside for the model so far.</summary>
internal sealed class CreditEstimate(RequestCodec codec, Func<GenerationRequest, decimal?>? estimate)
{
    private readonly ConcurrentDictionary<string, decimal> _seen = new(StringComparer.Ordinal);

    /// <summary>The estimate; null where nobody knows.</summary>
    /// <exception cref="Exception">The host's function threw.</exception>
    public decimal? Find(GenerationJob job)
    {
        if (estimate is not null)
        {
            try
            {
                if (estimate(codec.Read(job)) is { } own) return own;
            }
            catch (UnreadableRequestException)
            {
                // The send will say so.
            }
        }

        return _seen.TryGetValue(job.CurrentModel, out decimal seen) ? seen : null;
    }

    /// <summary>Remembers what the server has set aside.</summary>
    public void Learn(string model, decimal? credits)
    {
        if (credits is { } reserved) _seen.AddOrUpdate(model, reserved, (_, known) => Math.Max(known, reserved));
    }
}
