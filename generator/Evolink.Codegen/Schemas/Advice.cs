using Evolink.Codegen.Collections;

namespace Evolink.Codegen.Schemas;

/// <summary>What a value should keep to, though the service refuses nothing beyond.</summary>
/// <param name="Text">One sentence for who writes the request.</param>
/// <param name="Limits">The limits that it is about; none where it is about no number.</param>
internal sealed record Advice(string Text, EquatableArray<AdvisedLimit> Limits);

/// <param name="Keyword">Such as <c>maxTokens</c>.</param>
/// <param name="Number">The number as JSON text.</param>
internal sealed record AdvisedLimit(string Keyword, string Number);
