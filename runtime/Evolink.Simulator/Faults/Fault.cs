using Evolink.Simulation;

namespace Evolink;

/// <summary>
/// Something that goes wrong with one request, on the socket or in its response. Faults are immutable and can be played any number of
/// times; <see cref="SimulatorOptions.Faults"/> decides which request meets which.
/// </summary>
/// <remarks>
/// Most faults let the API carry the request out first: a create is accepted and charged, and only then does the client see the fault.
/// <see cref="EvolinkSimulator.Ledger"/> tells what was charged and how much of the response left.
/// </remarks>
public abstract partial record Fault
{
    // Only this assembly knows how to play one.
    private protected Fault()
    {
    }

    /// <summary>Plays the fault to the end of its connection or of its response.</summary>
    internal abstract Task PlayAsync(Exchange exchange);
}
