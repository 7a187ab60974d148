namespace Evolink.Codegen.Tests.Robustness.Mutants;

/// <summary>What can happen to a file's text.</summary>
internal sealed class TextDamage(Random random)
{
    public string Cut(string text) => text[..random.Next(text.Length)];

    public string Characters(string text)
    {
        for (int damage = random.Next(1, 5); damage > 0; damage--)
        {
            int at = random.Next(text.Length), length = Math.Min(random.Next(3), text.Length - at);
            text = text[..at] + (random.Next(3) == 0 ? "" : AnySnippet()) + text[(at + length)..];
        }

        return text;
    }

    public string Lines(string text)
    {
        List<string> lines = [.. text.Split('\n')];
        for (int damage = random.Next(1, 4); damage > 0 && lines.Count > 0; damage--)
        {
            Damage(lines);
        }

        return string.Join('\n', lines);
    }

    private void Damage(List<string> lines)
    {
        int line = random.Next(lines.Count), other = random.Next(lines.Count);
        string indent = new(' ', lines[line].Length - lines[line].TrimStart().Length);
        switch (random.Next(8))
        {
            case 0: lines.RemoveAt(line); break;
            case 1: lines.Insert(line, lines[other]); break;
            case 2: (lines[line], lines[other]) = (lines[other], lines[line]); break;
            case 3: lines[line] = indent + lines[other].TrimStart(); break;
            case 4: lines.Insert(line, indent + AnySnippet()); break;
            case 5: lines[line] = lines[line].Replace(": ", ": " + AnySnippet() + " ", StringComparison.Ordinal); break;
            case 6: lines[line] = new string(' ', random.Next(12)) + lines[line].TrimStart(); break;
            default: lines[line] = indent + (lines[line].Contains(':', StringComparison.Ordinal) ? lines[line].Trim().Split(':')[0] + ": " : "") + AnySnippet(); break;
        }
    }

    private string AnySnippet() => Vocabulary.Snippets[random.Next(Vocabulary.Snippets.Count)];
}
