using Evolink.Codegen.Tests.Support;

namespace Evolink.Codegen.Tests.Robustness;

/// <summary>Damaged specifications: never an exception, and what is emitted compiles. The seed is in every failure.</summary>
public sealed class MutationTests
{
    private const int Seed = 20261121;
    private const int Mutants = 150;

    private static readonly string[] Snippets =
        ["type: object", "type: [string, 'null']", "- 1", "enum: [a, 1, null]", "$ref: '#/components/schemas/ErrorResponse'", "nullable: true", "allOf: []", "oneOf: [{type: integer}, {type: string}]", "additionalProperties: {type: integer}", "'", "\"", "{", "[", "&a", "*a", "---", "not: {}", "const: 5", "items: {}", "\t"];

    [Fact]
    public void ASpecCutOffAnywhere_NeverThrows_AndTheRestCompiles() => AssertSound(index =>
    {
        var random = new Random(Seed + index);
        string text = RealSpecs.All[index % RealSpecs.All.Count].Text;
        return text[..random.Next(text.Length)];
    });

    [Fact]
    public void ASpecWithDamagedLines_NeverThrows_AndTheRestCompiles() => AssertSound(index =>
    {
        var random = new Random(Seed - index - 1);
        List<string> lines = [.. RealSpecs.All[index % RealSpecs.All.Count].Text.Split('\n')];
        for (int damage = random.Next(1, 4); damage > 0; damage--)
        {
            Damage(lines, random);
        }

        return string.Join('\n', lines);
    });

    private static void Damage(List<string> lines, Random random)
    {
        int line = random.Next(lines.Count), other = random.Next(lines.Count);
        string indent = new(' ', lines[line].Length - lines[line].TrimStart().Length);
        switch (random.Next(7))
        {
            case 0: lines.RemoveAt(line); break;
            case 1: lines.Insert(line, lines[other]); break;
            case 2: (lines[line], lines[other]) = (lines[other], lines[line]); break;
            case 3: lines[line] = indent + lines[other].TrimStart(); break;
            case 4: lines.Insert(line, indent + Snippets[random.Next(Snippets.Length)]); break;
            case 5: lines[line] = lines[line].Replace(": ", ": " + Snippets[random.Next(Snippets.Length)] + " ", StringComparison.Ordinal); break;
            default: lines[line] = indent + (lines[line].Contains(':', StringComparison.Ordinal) ? lines[line].Trim().Split(':')[0] + ": " : "") + Snippets[random.Next(Snippets.Length)]; break;
        }
    }

    private static void AssertSound(Func<int, string> mutant)
    {
        var sample = new List<Generation>();
        int alone = GeneratorHarness.Run(RealSpecs.All[0]).Files.Count;
        for (int index = 0; index < Mutants; index++)
        {
            string text = mutant(index);
            // Beside the query, so that there is always a client; each in a namespace of its own, to compile them at once.
            Generation generation = GeneratorHarness.Run(new ProjectOptions(ns: "M" + index), ("mutant.yaml", text), RealSpecs.All[0]);
            try
            {
                generation.AssertNoException();
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"Seed {Seed}, mutant {index}:\n{text}", problem);
            }

            // What could not be read at all is compiled often enough.
            if (generation.Files.Count > alone && sample.Count < 40) sample.Add(generation);
        }

        Generation.AssertAllCompile(sample);
    }
}
