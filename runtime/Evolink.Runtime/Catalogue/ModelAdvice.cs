using System.Text.Json;
using Evolink.Runtime.Catalogue;

namespace Evolink;

/// <summary>
/// What a value should keep to, as <c>x-evolink-advice</c> says: the service shortens what goes beyond, counts in units that only
/// it knows, or merely recommends. A request that does not keep to it is not refused.
/// </summary>
public sealed class ModelAdvice
{
    /// <summary>The advice in words.</summary>
    public required string Text { get; init; }

    /// <summary>The least number of characters.</summary>
    public long? MinLength { get; init; }

    /// <summary>The largest number of characters.</summary>
    public long? MaxLength { get; init; }

    /// <summary>The largest number of tokens, as the model counts them.</summary>
    public long? MaxTokens { get; init; }

    /// <summary>The least number of items.</summary>
    public long? MinItems { get; init; }

    /// <summary>The largest number of items.</summary>
    public long? MaxItems { get; init; }

    /// <summary>The smallest number.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The largest number.</summary>
    public decimal? Maximum { get; init; }

    internal static ModelAdvice? Read(JsonElement advice) => JsonFacts.Text(advice, "text") is { } text
        ? new ModelAdvice
        {
            Text = text,
            MinLength = JsonFacts.Whole(advice, "minLength"),
            MaxLength = JsonFacts.Whole(advice, "maxLength"),
            MaxTokens = JsonFacts.Whole(advice, "maxTokens"),
            MinItems = JsonFacts.Whole(advice, "minItems"),
            MaxItems = JsonFacts.Whole(advice, "maxItems"),
            Minimum = JsonFacts.Number(advice, "minimum"),
            Maximum = JsonFacts.Number(advice, "maximum"),
        }
        : null;
}
