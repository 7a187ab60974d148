using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Evolink.Simulation;

/// <summary>Creates tasks: several specs share a path, and the body's <c>model</c> says which of them validates it.</summary>
internal sealed class CreateEndpoint(IReadOnlyList<SpecOperation> operations, TaskFactory tasks, Lock creating, bool honoursKeys) : IEndpoint
{
    private readonly IdempotencyMemory _memory = new();

    public RequestKind Kind => RequestKind.Create;

    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        JsonBody body = await JsonBody.ReadAsync(request).ConfigureAwait(false);
        string? key = request.Headers["Idempotency-Key"].FirstOrDefault();

        lock (creating)
        {
            if (honoursKeys && _memory.Recall(key, body.Bytes) is { } earlier) return earlier;

            SpecOperation operation = Choose(body.Root);
            BodyValidation.Ensure(operation, OwnFileUrls.MadePublic(body, request.Origin()));
            SimulatedTask task = tasks.Create(operation, body.Root, key);
            JsonResponse answer = new(operation.Status, task.Answer) { Created = task };
            _memory.Remember(key, body.Bytes, answer);
            return answer;
        }
    }

    private SpecOperation Choose(JsonElement body)
    {
        SpecOperation? anyModel = operations.FirstOrDefault(static operation => operation.Models.Count == 0);
        if (body.ValueKind != JsonValueKind.Object) return anyModel ?? operations[0];
        if (!body.TryGetProperty("model", out JsonElement model)) return anyModel ?? operations.FirstOrDefault(static operation => !operation.RequiresModel) ?? throw Refuse("is required.");
        if (model.ValueKind != JsonValueKind.String) return anyModel ?? throw Refuse("must be a string.");

        string name = model.GetString()!;
        return operations.FirstOrDefault(operation => operation.Models.Contains(name, StringComparer.Ordinal))
            ?? anyModel
            ?? throw new RefusedException(ApiError.UnknownModel(name, Closest.To(name, SpecOperation.AllModels(operations))));
    }

    private static RefusedException Refuse(string problem) => new(ApiError.Invalid("model " + problem, "model"));
}
