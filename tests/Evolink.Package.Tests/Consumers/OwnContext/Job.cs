using System.Text.Json.Serialization;
using Evolink;

namespace OwnContext;

/// <summary>A type of the consumer's own, with ours in it.</summary>
internal sealed record Job(string Owner, Happyhorse1_0ImageToVideoRequest Request, IReadOnlyList<TaskDetailResponse> Answers);

/// <summary>Requests of which only the base is known.</summary>
internal sealed record Outbox(GenerationRequest Next, IReadOnlyList<CreateVideoGenerationRequest> Waiting);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(KlingV3MotionControlRequest))]
[JsonSerializable(typeof(Outbox))]
[JsonSerializable(typeof(GenerationRequest))]
internal sealed partial class JobContext : JsonSerializerContext;
