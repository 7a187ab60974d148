using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>
/// The constraints of one schema, and whether they say all that the schema does. An incomplete set allows more than its
/// schema. Where it must hold, that only lets more be sent. Where it must not hold, decides what else must, or is counted, it
/// would refuse what is valid: there a set is complete or not used.
/// </summary>
/// <param name="Constraints">The constraints, in the order in which they are checked.</param>
/// <param name="IsComplete">Whether nothing of the schema was left out, apart from what <paramref name="DependsOn"/> may lack.</param>
/// <param name="DependsOn">The ids of the generated types whose own constraints are part of these.</param>
internal sealed record ConstraintSet(EquatableArray<Constraint> Constraints, bool IsComplete, EquatableArray<TypeId> DependsOn)
{
    /// <summary>A schema that demands nothing.</summary>
    public static readonly ConstraintSet Empty = new([], IsComplete: true, []);

    /// <summary>Nothing, of a schema that demands something.</summary>
    public static readonly ConstraintSet Incomplete = new([], IsComplete: false, []);

    /// <summary>Whether something in it was decided by taking the types that it depends on to be complete.</summary>
    public bool AssumesComplete { get; init; }

    public bool IsEmpty => Constraints.Count == 0;

    /// <summary>What a generated type demands of itself.</summary>
    public static ConstraintSet Reference(TypeId type) => new([], IsComplete: true, [type]);

    public static ConstraintSet From(params Constraint[] constraints) => new([.. constraints], IsComplete: true, []);

    public static ConstraintSet From(IEnumerable<Constraint> constraints) => new([.. constraints], IsComplete: true, []);

    /// <summary>Sets that all hold.</summary>
    public static ConstraintSet All(IEnumerable<ConstraintSet> sets)
    {
        var constraints = new List<Constraint>();
        var dependsOn = new List<TypeId>();
        bool isComplete = true, assumesComplete = false;
        foreach (ConstraintSet set in sets)
        {
            constraints.AddRange(set.Constraints);
            dependsOn.AddRange(set.DependsOn);
            isComplete &= set.IsComplete;
            assumesComplete |= set.AssumesComplete;
        }

        return constraints.Count + dependsOn.Count == 0 ? (isComplete ? Empty : Incomplete)
            : new ConstraintSet([.. constraints], isComplete, [.. dependsOn.Distinct()]) { AssumesComplete = assumesComplete };
    }

    public static ConstraintSet All(params ConstraintSet[] sets) => All((IEnumerable<ConstraintSet>)sets);

    /// <summary>Other constraints that are made of these and say as much of the schema.</summary>
    public ConstraintSet With(params Constraint[] constraints) => this with { Constraints = [.. constraints] };

    /// <summary>The same after a decision that took it to be complete.</summary>
    public ConstraintSet Assumed() => this with { AssumesComplete = AssumesComplete || DependsOn.Count > 0 };

    public ConstraintSet MarkIncomplete() => this with { IsComplete = false };
}
