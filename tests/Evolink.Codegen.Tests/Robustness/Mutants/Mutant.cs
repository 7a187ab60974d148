using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Robustness.Mutants;

/// <summary>A damaged specification and those that it is generated beside. The seed alone makes it.</summary>
internal sealed record Mutant(int Seed, IReadOnlyList<(string Path, string Text)> Specs, string Damage)
{
    private static readonly IReadOnlyList<(string Path, string Text)> Originals = [.. RealSpecs.All, .. SpecFiles.Corpus, .. SpecFiles.Capabilities];

    private static readonly IReadOnlyList<JsonNode> Trees =
        [.. Originals.Select(spec => SpecTree.Parse(spec.Path, spec.Text, [], default)!.ToJsonNode()!)];

    /// <summary>A third by text, the others by tree; a quarter beside what they were made of, so that the two have to be united.</summary>
    public static Mutant Create(int seed)
    {
        var random = new Random(seed);
        int index = random.Next(Originals.Count);
        (string path, string original) = Originals[index];
        (string name, string text, string damage) = random.Next(6) switch
        {
            0 => (NameOf(path), new TextDamage(random).Lines(original), "lines"),
            1 when random.Next(2) == 0 => (NameOf(path), new TextDamage(random).Cut(original), "cut"),
            1 => (NameOf(path), new TextDamage(random).Characters(original), "characters"),
            _ => OfTree(random, Trees[index].DeepClone()),
        };
        var specs = new List<(string, string)> { (name, text) };
        if (random.Next(4) == 0) specs.Add((path, original));
        return new Mutant(seed, specs, $"{path}: {damage}");
    }

    private static string NameOf(string path) => "mutant" + Path.GetExtension(path);

    private static (string Name, string Text, string Damage) OfTree(Random random, JsonNode root)
    {
        var damage = new TreeDamage(random, root, Trees);
        var done = new List<string>();
        for (int times = random.Next(1, 6); times > 0; times--)
        {
            done.Add(damage.Once());
        }

        (string name, string text) = random.Next(3) == 0 ? ("mutant.json", root.ToJsonString()) : ("mutant.yaml", BlockYaml.Write(root));
        return (name, text, string.Join("; ", done));
    }
}
