namespace Evolink.Simulation;

/// <summary>The account's credits: what tasks have cost, less what came back.</summary>
internal sealed class Account(TaskStore tasks, decimal? initialCredits)
{
    // A client that reads credits gets a number, and one that no run makes smaller.
    private const decimal Unlimited = 1_000_000_000;

    private decimal _charged;

    public decimal Used => tasks.All().Where(static task => !task.IsRefunded).Sum(static task => task.Credits);

    /// <summary>Whether no create is ever turned away for want of credits.</summary>
    public bool IsUnlimited => initialCredits is null;

    /// <summary>What is left; where there is no limit, always the same.</summary>
    public decimal Remaining => initialCredits is { } initial ? initial - Used : Unlimited;

    /// <summary>Whether the account can pay. Refunds are only counted once it could not do without them.</summary>
    public bool Covers(decimal credits) => IsUnlimited || _charged + credits <= initialCredits || Remaining >= credits;

    public void Charge(SimulatedTask task)
    {
        _charged += task.Credits;
        tasks.Add(task);
    }

    public IReadOnlyList<LedgerEntry> Ledger() => [.. tasks.All().Select(Entry)];

    private static LedgerEntry Entry(SimulatedTask task) => new(
        task.Created.Id, task.Created.Model, task.Created.OperationId, task.Credits,
        task.Created.IdempotencyKey, task.Created.Created, task.IsRefunded, task.Sent);
}
