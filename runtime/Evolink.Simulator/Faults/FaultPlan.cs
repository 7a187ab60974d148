namespace Evolink;

/// <summary>
/// Faults for the requests to come, one after the other. Give <see cref="For"/> to <see cref="SimulatorOptions.Faults"/>; faults can be
/// added before and while the simulator runs. Thread-safe.
/// </summary>
/// <example>
/// <code>
/// FaultPlan plan = new();
/// await using EvolinkSimulator simulator = await EvolinkSimulator.StartAsync(new() { Faults = plan.For });
/// plan.OnCreates(Fault.ResetAfterRequest());               // the next create is paid for, and its response lost
/// plan.OnQueries(Fault.Status(503), null, Fault.Html());   // the first and the third question go wrong
/// using (plan.During(Fault.ResetBeforeReading())) { … }    // an outage
/// </code>
/// </example>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<(Func<FaultContext, bool> Applies, Fault? Fault)> _queued = [];
    private readonly List<Outage> _outages = [];

    /// <summary>How many entries have not met their request yet; a test ends with 0 if all of it happened.</summary>
    public int Left
    {
        get
        {
            lock (_lock) return _queued.Count;
        }
    }

    /// <summary>Faults for the next creates, one each; null lets one pass unharmed.</summary>
    public FaultPlan OnCreates(params IReadOnlyList<Fault?> faults) => On(static request => request.Kind == RequestKind.Create, faults);

    /// <summary>Faults for the next questions about tasks, one each; null lets one pass unharmed.</summary>
    public FaultPlan OnQueries(params IReadOnlyList<Fault?> faults) => On(static request => request.Kind == RequestKind.Query, faults);

    /// <summary>Faults for the next downloads, one each; null lets one pass unharmed.</summary>
    public FaultPlan OnDownloads(params IReadOnlyList<Fault?> faults) => On(static request => request.Kind == RequestKind.Download, faults);

    /// <summary>Faults for the next requests that a condition holds for, one each; null lets one pass unharmed.</summary>
    public FaultPlan On(Func<FaultContext, bool> applies, params IReadOnlyList<Fault?> faults)
    {
        ArgumentNullException.ThrowIfNull(applies);
        ArgumentNullException.ThrowIfNull(faults);
        lock (_lock) _queued.AddRange(faults.Select(fault => (applies, fault)));
        return this;
    }

    /// <summary>A fault for every request, or every one that a condition holds for, until the result is disposed. What is queued goes first.</summary>
    public IDisposable During(Fault fault, Func<FaultContext, bool>? applies = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Outage outage = new(this, fault, applies ?? (static _ => true));
        lock (_lock) _outages.Add(outage);
        return outage;
    }

    /// <summary>The fault of a request; null for none.</summary>
    public Fault? For(FaultContext request)
    {
        lock (_lock)
        {
            int index = _queued.FindIndex(entry => entry.Applies(request));
            if (index < 0) return _outages.Find(outage => outage.Applies(request))?.Fault;
            Fault? fault = _queued[index].Fault;
            _queued.RemoveAt(index);
            return fault;
        }
    }

    private sealed class Outage(FaultPlan plan, Fault fault, Func<FaultContext, bool> applies) : IDisposable
    {
        public Fault Fault => fault;

        public Func<FaultContext, bool> Applies => applies;

        public void Dispose()
        {
            lock (plan._lock) plan._outages.Remove(this);
        }
    }
}
