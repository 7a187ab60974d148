using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>A limit for the sum or the difference of several members of an object.</summary>
/// <param name="Keyword">The extension that says it.</param>
/// <param name="Schema">The schema at which it stands.</param>
/// <param name="Entry">The comparison itself.</param>
/// <param name="IsDifference">Whether the second operand is taken from the first; else all are added.</param>
/// <param name="Operands">The operands in their order.</param>
/// <param name="Minimum">The smallest result that is allowed, as JSON text; null for none.</param>
/// <param name="Maximum">The largest; null for none.</param>
internal sealed record Comparison(string Keyword, SpecNode Schema, SpecNode Entry, bool IsDifference, IReadOnlyList<ComparedName> Operands, string? Minimum, string? Maximum)
{
    /// <summary>What an operand counts as where it is absent; null for nothing.</summary>
    public SpecNode? DefaultOf(ComparedName operand) => SchemaView.From(Schema).Properties()
        .Where(property => property.Key == operand.JsonName)
        .Select(property => SchemaView.From(property.Value).First("default")).FirstOrDefault();

    /// <summary>The limit in words, which name members between backticks.</summary>
    public string Fact()
    {
        string operands = string.Join(IsDifference ? " - " : " + ", Operands.Select(operand => operand.IsCount ? $"the number of `{operand.JsonName}`" : $"`{operand.JsonName}`"));
        string[] limits = [.. Minimum is null ? [] : new[] { $"at least {Minimum}" }, .. Maximum is null ? [] : new[] { $"at most {Maximum}" }];
        return $"{char.ToUpperInvariant(operands[0])}{operands.Substring(1)} is {string.Join(" and ", limits)}.";
    }
}

/// <summary>An operand as it is written: <c>n</c> is a number, <c>count(image_urls)</c> the items of an array.</summary>
internal sealed record ComparedName(string JsonName, bool IsCount, SpecNode Node);
