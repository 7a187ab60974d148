namespace Evolink;

/// <summary>A task as it stands now.</summary>
/// <param name="Task">What was created.</param>
/// <param name="Status">The status on the wire.</param>
/// <param name="Progress">The progress in percent.</param>
/// <param name="Queries">How often it was asked for, alone or in a batch.</param>
public sealed record TaskSnapshot(CreatedTask Task, string? Status, int Progress, int Queries);
