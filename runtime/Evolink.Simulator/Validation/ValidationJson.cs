using System.Text.Json.Serialization;

namespace Evolink.Simulation.Validation;

/// <summary>What the validator makes elements of: a member's name is validated as any string is.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class ValidationJson : JsonSerializerContext;
