using System.Text.Json.Serialization;

namespace Evolink.Judge;

/// <summary>What the judge makes elements of: a member's name is judged as any string is.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class JudgeJson : JsonSerializerContext;
