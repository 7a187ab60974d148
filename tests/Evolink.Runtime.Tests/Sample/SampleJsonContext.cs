using System.Text.Json.Serialization;

namespace Evolink.Tests.Sample;

/// <summary>A user's own context, which knows the generated types by their converters alone.</summary>
[JsonSerializable(typeof(SampleRequest))]
[JsonSerializable(typeof(SampleEnvelope))]
internal sealed partial class SampleJsonContext : JsonSerializerContext;

/// <summary>A user's own type around generated ones.</summary>
internal sealed record SampleEnvelope(SampleRequest? Request, GenerationStatus Status, SampleQuality? Quality, IReadOnlyList<SampleLength>? Lengths);
