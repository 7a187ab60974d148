namespace Evolink.Runtime.Responses;

/// <summary>What a response said of a task, and the bytes that it said it with.</summary>
/// <param name="State">What a wait needs of it.</param>
/// <param name="Json">The one whole object that it is, cleaned.</param>
internal record KnownTask(TaskState State, byte[] Json);
