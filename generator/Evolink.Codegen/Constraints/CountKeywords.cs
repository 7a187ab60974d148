using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Constraints;

/// <summary>Counts as keywords give them: <c>minLength</c>, <c>maxItems</c> …</summary>
internal static class CountKeywords
{
    /// <summary>The bounds under two keywords; those that say nothing are left out.</summary>
    public static IEnumerable<(Limit Limit, int Bound)> Bounds(SchemaView view, string minimum, string maximum) =>
        view.All(minimum).Select(node => (Limit: Limit.Minimum, node))
            .Concat(view.All(maximum).Select(node => (Limit: Limit.Maximum, node)))
            .Select(count => (count.Limit, Bound: Read(count.node)))
            .Where(count => count.Limit == Limit.Maximum ? count.Bound < int.MaxValue : count.Bound > 0)
            .Distinct();

    /// <summary>A count; <see cref="int.MaxValue"/> for one that nothing reaches.</summary>
    public static int Read(SpecNode node) =>
        ExactNumber.TryParseInteger(node.Text, out BigInteger count) && count <= int.MaxValue ? (int)count : int.MaxValue;
}
