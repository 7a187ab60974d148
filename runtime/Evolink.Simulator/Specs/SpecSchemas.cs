using Evolink.Codegen.Parsing;

namespace Evolink.Simulation;

/// <summary>Ways around in a spec's schemas.</summary>
internal static class SpecSchemas
{
    private const int LongestChain = 32;

    /// <summary>What a node stands for: itself, or where its <c>$ref</c> leads; null if that is nowhere.</summary>
    public static SpecNode? Resolve(SpecNode root, SpecNode? node)
    {
        for (int step = 0; node?["$ref"] is { Kind: SpecNodeKind.String } reference; step++)
            node = step < LongestChain && reference.Text.StartsWith('#') ? root.At(reference.Text) : null;
        return node;
    }

    /// <summary>The properties of an object schema, with those that <c>allOf</c> brings in.</summary>
    public static IEnumerable<SpecMember> Properties(SpecNode root, SpecNode? schema, int depth = 0)
    {
        if (Resolve(root, schema) is not { } resolved || depth > LongestChain) return [];

        IEnumerable<SpecMember> inherited = resolved["allOf"]?.Items.SelectMany(part => Properties(root, part, depth + 1)) ?? [];
        return inherited.Concat(resolved["properties"]?.Members ?? []);
    }

    /// <summary>Whether an object schema, or one that <c>allOf</c> brings in, requires a property.</summary>
    public static bool Requires(SpecNode root, SpecNode? schema, string name, int depth = 0)
    {
        if (Resolve(root, schema) is not { } resolved || depth > LongestChain) return false;
        return resolved["required"]?.Items.Any(item => item.Text == name) == true
            || resolved["allOf"]?.Items.Any(part => Requires(root, part, name, depth + 1)) == true;
    }

    public static SpecNode? Property(SpecNode root, SpecNode? schema, string name) =>
        Properties(root, schema).LastOrDefault(member => member.Name == name) is { Value: { } value } ? Resolve(root, value) : null;
}
