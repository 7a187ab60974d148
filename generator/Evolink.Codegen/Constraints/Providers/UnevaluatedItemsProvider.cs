using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints.Providers;

/// <summary><c>unevaluatedItems</c>: the items that no other keyword is about, of the schema itself or of a branch that holds.</summary>
internal sealed class UnevaluatedItemsProvider : IConstraintProvider
{
    public IEnumerable<ConstraintSet> Provide(SchemaTarget target, ConstraintBuilder builder)
    {
        if (target.Type.Kind != TypeKind.List)
        {
            yield break;
        }

        // Each part sees what it evaluates itself and what it refers to, not what stands beside it.
        foreach (SpecNode part in target.View.Parts)
        {
            if (part["unevaluatedItems"] is { Kind: SpecNodeKind.Object } rest)
            {
                var evaluated = new EvaluatedItems(target.Type, builder);
                evaluated.Add(SchemaView.From(part), [], part);
                yield return Rest(rest, target.Type.Element!, evaluated, builder);
            }
        }
    }

    private static ConstraintSet Rest(SpecNode rest, TypeRef item, EvaluatedItems evaluated, ConstraintBuilder builder)
    {
        if (evaluated.Found.Any(found => found is { Prefix: int.MaxValue, Condition.Count: 0 }))
        {
            return evaluated.Used.With();
        }

        bool isNever = BooleanSchemas.IsFalse(rest);
        if (isNever && evaluated.Found.All(found => found.Condition.Count == 0 && found.Contains is null))
        {
            return ConstraintSet.From(new MaxItemsConstraint(evaluated.Found.Select(found => found.Prefix).DefaultIfEmpty().Max()));
        }

        ConstraintSet set = isNever ? ConstraintSet.Empty : builder.Held(item, SchemaView.From(rest), isOwn: false);
        return !isNever && set.IsEmpty ? set
            : ConstraintSet.All(evaluated.Used.With(), set.With(new UnevaluatedItemsConstraint([.. evaluated.Found], isNever, item, set.Constraints)));
    }

    /// <summary>Walks the keywords that are applied to the array itself, each with the conditions under which it applies.</summary>
    private sealed class EvaluatedItems(TypeRef list, ConstraintBuilder builder)
    {
        /// <summary>Branches within branches lead to each other by more ways than any memory holds.</summary>
        private const int MostBranches = 256;

        private readonly HashSet<SpecNode> _open = [];
        private int _branches;

        public List<ItemEvaluation> Found { get; } = [];

        /// <summary>The conditions. One that is incomplete holds for more arrays, so that more items are taken to be evaluated.</summary>
        public ConstraintSet Used { get; private set; } = ConstraintSet.Empty;

        /// <param name="view">The schema.</param>
        /// <param name="condition">What the array must satisfy for the schema to apply.</param>
        /// <param name="self">The schema whose own <c>unevaluatedItems</c> is asked for; any other evaluates all items.</param>
        public void Add(SchemaView view, EquatableArray<Constraint> condition, SpecNode? self = null)
        {
            bool areAll = view.Parts.Any(part => part["items"] is not null || (part["unevaluatedItems"] is not null && part != self));
            int prefix = areAll ? int.MaxValue : view.All("prefixItems").Select(positions => positions.Items.Count).DefaultIfEmpty().Max();
            if (prefix > 0)
            {
                Found.Add(new ItemEvaluation(list, prefix, condition));
            }

            if (areAll)
            {
                return;
            }

            foreach (SchemaView wanted in view.All("contains").Select(SchemaView.From))
            {
                ConstraintSet contains = Use(builder.Held(list.Element!, wanted, isOwn: false));
                bool countsNull = list.Element!.IsNullable && SchemaKinds.AllowsNull(wanted);
                Found.Add(new ItemEvaluation(list, 0, condition) { Contains = contains.Constraints, CountsNull = countsNull });
            }

            foreach (SpecNode branch in view.Variants().Where(branch => builder.Allows(SchemaView.From(branch), list)))
            {
                Enter(branch, () => [.. condition, .. Use(builder.Branch(list, branch)).Constraints]);
            }

            foreach (SpecNode part in view.Parts)
            {
                if (part["if"] is { } when)
                {
                    AddConditional(when, part["then"], part["else"], condition);
                }
            }
        }

        private void AddConditional(SpecNode when, SpecNode? then, SpecNode? @else, EquatableArray<Constraint> condition)
        {
            ConstraintSet set = Use(builder.Branch(list, when));
            EquatableArray<Constraint> holds = [.. condition, .. set.Constraints];
            Enter(when, () => holds);
            if (then is not null)
            {
                Enter(then, () => holds);
            }

            if (@else is not null)
            {
                // What must not hold has to be complete: else the items of both branches are taken to be evaluated.
                bool isComplete = builder.IsComplete(set);
                Used = isComplete ? Used.Assumed() : Used.MarkIncomplete();
                Enter(@else, () => isComplete ? [.. condition, new NotConstraint(set.Constraints, "")] : condition);
            }
        }

        private void Enter(SpecNode branch, System.Func<EquatableArray<Constraint>> condition)
        {
            if (++_branches == MostBranches)
            {
                builder.Diagnostics.NotChecked(branch, $"'unevaluatedItems' beside more than {MostBranches} branches");
                Found.Add(new ItemEvaluation(list, int.MaxValue, []));
                Used = Used.MarkIncomplete();
            }

            if (_branches >= MostBranches || !_open.Add(branch))
            {
                // A schema that contains itself as a branch evaluates nothing more the second time.
                return;
            }

            Add(SchemaView.From(branch), condition());
            _open.Remove(branch);
        }

        private ConstraintSet Use(ConstraintSet set)
        {
            Used = ConstraintSet.All(Used, set.With());
            return set;
        }
    }
}

/// <summary><c>unevaluatedItems</c>.</summary>
/// <param name="Evaluations">Which items other keywords evaluate.</param>
/// <param name="AreForbidden">Whether there may be no others.</param>
internal sealed record UnevaluatedItemsConstraint(EquatableArray<ItemEvaluation> Evaluations, bool AreForbidden, TypeRef Held, EquatableArray<Constraint> Constraints)
    : ContainerConstraint(Held, Constraints)
{
    public override Constraint WithNames(ITypeNames names) => (UnevaluatedItemsConstraint)base.WithNames(names) with
    {
        Evaluations = Evaluations.Select(evaluation => evaluation.WithNames(names)).ToEquatableArray(),
    };
}

/// <summary>The items that keywords evaluate.</summary>
/// <param name="List">The type of the array.</param>
/// <param name="Prefix">How many items from the first on.</param>
/// <param name="Condition">What the array must satisfy for that.</param>
internal sealed record ItemEvaluation(TypeRef List, int Prefix, EquatableArray<Constraint> Condition)
{
    /// <summary>What an item must satisfy to be evaluated by <c>contains</c>; null where there is none.</summary>
    public EquatableArray<Constraint>? Contains { get; init; }

    /// <summary>Whether a null matches <see cref="Contains"/>.</summary>
    public bool CountsNull { get; init; }

    public ItemEvaluation WithNames(ITypeNames names) => this with
    {
        List = names.Resolve(List),
        Condition = names.Resolve(Condition),
        Contains = Contains is { } contains ? names.Resolve(contains) : null,
    };
}
