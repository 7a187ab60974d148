namespace Evolink;

/// <summary>One operation of an API, as its specification has it.</summary>
/// <param name="Id">The <c>operationId</c>.</param>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Path">The path with its parameters in braces, such as <c>/v1/tasks/{task_id}</c>.</param>
/// <param name="Server">The server's base URL.</param>
public sealed record ApiOperation(string Id, string Method, string Path, string Server)
{
    /// <summary>Whether the operation creates a task that is paid for. Such a call is never repeated unasked.</summary>
    public bool CreatesTask { get; init; }

    /// <summary>The limit of an attempt, for a call that has one of its own.</summary>
    internal TimeSpan? AttemptTimeout { get; init; }
}
