using System.Collections.Generic;
using System.Linq;

namespace Evolink.Codegen.Patterns;

/// <summary>A pattern that has been read.</summary>
/// <param name="Root">The whole of it.</param>
/// <param name="GroupNames">The capturing groups in their order, each with its name if it has one.</param>
/// <param name="Backreferences">Those of the whole pattern.</param>
/// <param name="HasLoneBracket">Whether a <c>{</c>, <c>}</c> or <c>]</c> stands for itself unescaped, which may be a slip.</param>
internal sealed record PatternTree(
    PatternNode Root, IReadOnlyList<string?> GroupNames, IReadOnlyList<BackreferenceNode> Backreferences, bool HasLoneBracket)
{
    /// <summary>The numbers of the groups that are referred to.</summary>
    public ISet<int> Referenced => new HashSet<int>(Backreferences.Select(NumberOf));

    /// <summary>The number of the group that is referred to; one that is not among the groups where there is none.</summary>
    public int NumberOf(BackreferenceNode reference) => reference.Number ?? Enumerable.Range(1, GroupNames.Count)
        .FirstOrDefault(number => GroupNames[number - 1] == reference.Name);
}
