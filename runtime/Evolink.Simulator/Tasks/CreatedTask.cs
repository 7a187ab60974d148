using System.Text.Json;

namespace Evolink;

/// <summary>A task as it was created.</summary>
/// <param name="Number">1 for the first task of this simulator, 2 for the next.</param>
/// <param name="Id">The task's id.</param>
/// <param name="Model">The <c>model</c> of the request.</param>
/// <param name="OperationId">The operation that created it.</param>
/// <param name="Body">The request's body.</param>
/// <param name="IdempotencyKey">The request's <c>Idempotency-Key</c>, if it had one.</param>
/// <param name="Created">When it was created.</param>
public sealed record CreatedTask(
    int Number, string Id, string Model, string OperationId, JsonElement Body, string? IdempotencyKey, DateTimeOffset Created);
