using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>Why an <c>x-evolink-…</c> extension is ignored.</summary>
/// <param name="Node">Where it is not of its form.</param>
/// <param name="Expected">What should stand there, in words that follow “expected”.</param>
internal sealed record ExtensionProblem(SpecNode Node, string Expected)
{
    /// <summary>The problem of what is no object, or of the first member that is not of its form.</summary>
    public static ExtensionProblem? OfMembers(SpecNode extension, Func<SpecMember, bool> isValid, string expected)
    {
        if (extension.Kind != SpecNodeKind.Object)
        {
            return new ExtensionProblem(extension, expected);
        }

        foreach (SpecMember member in extension.Members)
        {
            if (!isValid(member))
            {
                return new ExtensionProblem(member.Value, expected);
            }
        }

        return null;
    }

    /// <summary>The problem of a range that ends before it begins: of <c>minSide</c> and <c>maxSide</c> for the name <c>Side</c>.</summary>
    public static ExtensionProblem? OfRanges(SpecNode limits, IEnumerable<string> names) => names
        .Where(name => Number(limits["min" + name]) is { } least && Number(limits["max" + name]) is { } most && least.CompareTo(most) > 0)
        .Select(name => new ExtensionProblem(limits["max" + name]!, $"a max{name} of at least the min{name}, {MessageText.Truncate(limits["min" + name]!.Text)}"))
        .FirstOrDefault();

    private static ExactNumber? Number(SpecNode? node) =>
        node is { Kind: SpecNodeKind.Number } && ExactNumber.TryParse(node.Text, out ExactNumber number) ? number : null;
}
