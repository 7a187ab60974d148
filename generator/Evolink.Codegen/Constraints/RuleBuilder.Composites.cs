using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

internal sealed partial class RuleBuilder
{
    /// <summary>The rules of anyOf, oneOf, not and if for a value of a known type.</summary>
    private IEnumerable<Constraint> Composites(TypeRef type, SchemaView view)
    {
        // Where the choices are values, the rules of values have asked for them.
        bool areValues = IsScalar(type) && SchemaValues.Of(view).Count > 0;
        foreach ((string keyword, bool isExclusive) in new[] { ("anyOf", false), ("oneOf", true) })
        {
            foreach (Constraint rule in view.All(keyword).Where(list => !areValues || !ValueChoices.IsOne(list, isExclusive)).SelectMany(list => Alternatives(type, list, isExclusive)))
            {
                yield return rule;
            }
        }

        foreach (SpecNode not in view.All("not"))
        {
            if (!SchemaShapes.IsNever(not.Parent!) && Not(type, not) is { } rule)
            {
                yield return rule;
            }
        }

        foreach (SpecNode part in view.Parts)
        {
            if (part["if"] is { } condition && (part["then"] ?? part["else"]) is not null)
            {
                (int, int) mark = Mark();
                EquatableArray<Constraint> @if = Branch(type, condition);
                bool isWhole = IsWhole(mark);
                EquatableArray<Constraint> then = part["then"] is { } whenTrue ? Branch(type, whenTrue) : [];
                EquatableArray<Constraint> @else = part["else"] is { } whenFalse ? Branch(type, whenFalse) : [];
                if (then.Count == 0 && @else.Count == 0)
                {
                    continue;
                }

                if (isWhole)
                {
                    yield return new IfConstraint(@if, then, @else);
                }
                else
                {
                    ReportPartly(condition, "if");
                }
            }
        }
    }

    private static bool IsScalar(TypeRef type) => type.Kind is TypeKind.String or TypeKind.Text or TypeKind.Uri or TypeKind.Boolean
        or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal;

    private Constraint? Not(TypeRef type, SpecNode schema)
    {
        EquatableArray<MemberRef> among = Among(type, [schema]);
        if (among.Count == 1)
        {
            return new PropertyConstraint(among[0], IsRequired: false, [new FalseSchemaConstraint()]);
        }

        (int, int) mark = Mark();
        EquatableArray<Constraint> rules = Branch(type, schema);
        if (IsWhole(mark))
        {
            return new NotConstraint(rules, ExpectedTexts.Not(schema)) { Among = among };
        }

        ReportPartly(schema, "not");
        return null;
    }

    /// <summary>The members of which some schemas only ask whether they are there; none where they ask for more.</summary>
    private EquatableArray<MemberRef> Among(TypeRef type, IEnumerable<SpecNode> schemas)
    {
        List<List<string>?> names = schemas.Select(ExpectedTexts.OnlyRequired).ToList();
        List<MemberRef?> members = type.Kind == TypeKind.Model && !names.Contains(null)
            ? names.SelectMany(branch => branch!).Distinct().Select(name => Find(shapes[type.Target], name)).ToList()
            : [];
        return members.Contains(null) ? [] : [.. members.OfType<MemberRef>()];
    }

    private IEnumerable<Constraint> Alternatives(TypeRef type, SpecNode list, bool isExclusive)
    {
        (int, int) mark = Mark();
        List<EquatableArray<Constraint>> branches = Branches(type, list);
        if (branches.Count == 1)
        {
            // The one branch left for this type says plainly what is wrong; as an alternative it could only say "no match".
            return branches[0];
        }

        if (branches.Count == 0)
        {
            return list.Items.Count == 0 ? [] : [new FalseSchemaConstraint()];
        }

        if (isExclusive && !IsWhole(mark))
        {
            ReportPartly(list, "oneOf", "more than one of its branches may hold");
            isExclusive = false;
        }

        return isExclusive ? [new OneOfConstraint([.. branches], ExpectedTexts.OneOf(list)) { Among = Among(type, list.Items) }]
            : branches.All(branch => branch.Count > 0) ? [new AnyOfConstraint([.. branches], ExpectedTexts.AnyOf(list)) { Among = Among(type, list.Items) }]
            : [];
    }

    /// <summary>The branches that leave room for a value of the type; a branch for another kind can never be the one.</summary>
    private List<EquatableArray<Constraint>> Branches(TypeRef type, SpecNode list) => list.Items
        .Where(branch => Allows(SchemaView.Of(branch), type))
        .Select(branch => Branch(type, branch))
        .ToList();

    private EquatableArray<Constraint> Branch(TypeRef type, SpecNode node) => Open(node, () => type.Kind == TypeKind.Model
        ? OfBranch(shapes[type.Target], SchemaView.Of(node))
        : OfValue(type, SchemaView.Of(node), isOwn: false));

    private EquatableArray<Constraint> OfBranch(TypeShape shape, SchemaView view) =>
        view.Parts.Any(SchemaShapes.IsNever) ? [new FalseSchemaConstraint()] : OfObject(shape, view);
}
