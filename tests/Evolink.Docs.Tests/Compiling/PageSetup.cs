using System.Text.RegularExpressions;

namespace Evolink.Docs.Tests;

/// <summary>What the reader's project has by a line of the page, beside the specifications.</summary>
/// <param name="HasPackage">Whether the package Evolink was added, to whose client specifications add requests.</param>
/// <param name="ClientName">The client's name that the project file sets; null for none.</param>
internal sealed partial record PageSetup(bool HasPackage, string? ClientName)
{
    public static PageSetup Find(Page page, int line)
    {
        IEnumerable<CodeBlock> before = page.Blocks.Where(block => block.Line < line);
        bool hasPackage = before.Where(static block => block.Language == "sh").Any(static block => block.Text.Split('\n').Contains("dotnet add package Evolink"));
        Match name = before.Where(static block => block.Language == "xml").Select(static block => ClientNameProperty().Match(block.Text)).LastOrDefault(static match => match.Success) ?? Match.Empty;
        return new PageSetup(hasPackage, name.Success ? name.Groups[1].Value : null);
    }

    [GeneratedRegex("<EvolinkClientName>(.+)</EvolinkClientName>")]
    private static partial Regex ClientNameProperty();
}
