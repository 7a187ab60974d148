using System.Text.Json.Serialization;
using Evolink;

namespace OwnContext;

/// <summary>A type of the consumer's own, with ours in it.</summary>
internal sealed record Job(string Owner, Happyhorse1_0ImageToVideoRequest Request, IReadOnlyList<TaskDetailResponse> Answers);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(KlingV3MotionControlRequest))]
internal sealed partial class JobContext : JsonSerializerContext;
