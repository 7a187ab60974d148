using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Robustness.Mutants;

/// <summary>A damaged specification and those that it is generated beside. The seed alone makes it.</summary>
internal sealed record Mutant(int Seed, IReadOnlyList<(string Path, string Text)> Specs, string Damage)
{
    private static readonly IReadOnlyList<Original> s_originals =
    [
        .. RealSpecs.All.Concat(SpecFiles.Corpus).Concat(SpecFiles.Capabilities).Select(spec => new Original(spec.Path, spec.Text, Parts: null)),
        .. PartedSpec.All.SelectMany(parts => parts.Files.Select(file => new Original(file.Path, file.Text, parts))),
    ];

    private static readonly IReadOnlyList<JsonNode> s_trees = [.. s_originals.Select(spec => SpecTree.Parse(spec.Path, spec.Text, [], default)!.ToJsonNode()!)];

    /// <summary>Those of the files that are no documents of their own.</summary>
    public IReadOnlyList<string> Shared { get; private init; } = [];

    /// <summary>
    /// A third by text, the others by tree; a quarter beside what they were made of, so that the two have to be united. A file of a document in
    /// parts keeps its name, and stands among the other parts.
    /// </summary>
    public static Mutant Create(int seed)
    {
        var random = new Random(seed);
        int index = random.Next(s_originals.Count);
        Original original = s_originals[index];
        (string name, string text, string damage) = random.Next(6) switch
        {
            0 => (original.MutantName, new TextDamage(random).Lines(original.Text), "lines"),
            1 when random.Next(2) == 0 => (original.MutantName, new TextDamage(random).Cut(original.Text), "cut"),
            1 => (original.MutantName, new TextDamage(random).Characters(original.Text), "characters"),
            _ => OfTree(random, original, s_trees[index].DeepClone()),
        };
        bool isBesideOriginal = random.Next(4) == 0;
        if (original.Parts is { } parts)
        {
            return new Mutant(seed, [.. parts.Files.Select(file => file.Path == original.Path ? (file.Path, text) : file)], $"{parts.Name}, {original.Path}: {damage}") { Shared = parts.Shared };
        }

        return new Mutant(seed, isBesideOriginal ? [(name, text), (original.Path, original.Text)] : [(name, text)], $"{original.Path}: {damage}");
    }

    private static (string Name, string Text, string Damage) OfTree(Random random, Original original, JsonNode root)
    {
        var damage = new TreeDamage(random, root, s_trees, original.References);
        var done = new List<string>();
        for (int times = random.Next(1, 6); times > 0; times--)
        {
            done.Add(damage.Once());
        }

        // JSON is YAML, too, under whatever name.
        (string name, string text) = random.Next(3) == 0 || original.IsJsonPart ? ("mutant.json", root.ToJsonString()) : ("mutant.yaml", BlockYaml.Write(root));
        return (name, text, string.Join("; ", done));
    }

    /// <summary>What is damaged.</summary>
    /// <param name="Path">Its path.</param>
    /// <param name="Text">Its text.</param>
    /// <param name="Parts">The document in parts that it is of; null where it is one whole.</param>
    private sealed record Original(string Path, string Text, PartedSpec? Parts)
    {
        public string MutantName => "mutant" + System.IO.Path.GetExtension(Path);

        public bool IsJsonPart => Parts is not null && Path.EndsWith(".json", StringComparison.Ordinal);

        /// <summary>What may be referred to in the other parts.</summary>
        public IReadOnlyList<string> References { get; } = [.. Parts?.References ?? []];
    }
}
