using System.Collections.Generic;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>minLength</c>, <c>maxLength</c>, <c>pattern</c> of a text, whatever type has it in C#.</summary>
internal sealed class StringProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (!target.IsText && !target.IsWrittenForm)
        {
            yield break;
        }

        foreach ((Limit limit, int bound) in CountKeywords.Bounds(target.View, "minLength", "maxLength"))
        {
            yield return ConstraintSet.From(limit == Limit.Minimum ? new MinLengthConstraint(bound) : new MaxLengthConstraint(bound));
        }

        foreach (SpecNode pattern in target.View.All("pattern"))
        {
            yield return builder.Patterns.IsPattern(pattern.Text, pattern) ? ConstraintSet.From(new PatternConstraint(pattern.Text)) : ConstraintSet.Incomplete;
        }
    }
}
