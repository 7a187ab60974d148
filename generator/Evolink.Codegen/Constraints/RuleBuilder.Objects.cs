using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

internal sealed partial class RuleBuilder
{
    /// <summary>The schemas of patterns that could not be held against a name; each is reported once.</summary>
    private readonly HashSet<SpecNode> undecided = [];

    /// <summary>The rules of a record that no single member bears: what its members demand of each other, and those without a name.</summary>
    public EquatableArray<Constraint> OfRecord(TypeShape shape)
    {
        work = 0;
        ReportUndecided(shape.View, [.. shape.Members.Select(member => member.JsonName)]);
        ReportUnchecked(new TypeRef(TypeKind.Model, shape.Id), shape.View);
        IEnumerable<Constraint> others = shape.Additional is { } held ? Additional(held, [new WellFormedConstraint(), .. OfValues(held, [.. OfOthers(held, shape.View, [], isOwn: true)])]) : [new NoAdditionalPropertiesConstraint()];
        return [.. AcrossMembers(shape, shape.View), .. others];
    }

    /// <summary>What a branch or condition demands of a record made elsewhere.</summary>
    private EquatableArray<Constraint> OfObject(TypeShape shape, SchemaView view)
    {
        if (shape.Kind == ShapeKind.Hierarchy)
        {
            return LeaveOutHierarchy(view);
        }

        ReportUnchecked(new TypeRef(TypeKind.Model, shape.Id), view);
        HashSet<string> required = view.Required();
        var described = view.Properties().ToDictionary(property => property.Key, property => property.Value);
        bool isUndecided = ReportUndecided(view, [.. shape.Members.Select(member => member.JsonName).Union(described.Keys)]);
        SpecNode? others = OthersOf(view, isOwn: false);
        if (isUndecided)
        {
            LeaveOut();
            others = null;
        }

        var rules = new List<Constraint>();
        foreach (MemberShape member in shape.Members)
        {
            EquatableArray<Constraint> own = OfMember(member, view, described, others);
            if (required.Contains(member.JsonName) || own.Count > 0)
            {
                rules.Add(new PropertyConstraint(Reference(shape, member), required.Contains(member.JsonName), own));
            }
        }

        return [.. rules, .. OfUnnamed(shape, view, required, described, others), .. AcrossMembers(shape, view)];
    }

    /// <summary>
    /// A pattern beside members of a name is held against the names when the rules are made; one that cannot be is not checked
    /// for them. Whether there is one.
    /// </summary>
    private bool ReportUndecided(SchemaView view, IReadOnlyCollection<string> names)
    {
        List<(string Name, SpecMember Pattern)> found = PropertySchemas.Undecided(view, names).ToList();
        foreach ((string name, SpecMember pattern) in found.Where(one => undecided.Add(one.Pattern.Value) && Problem(one.Pattern.Name) is null))
        {
            diagnostics.Unsupported(pattern.Value, $"the pattern '{pattern.Name}' where the member '{name}' has a property of its own", "it is taken not to match that name");
        }

        return found.Count > 0;
    }

    private EquatableArray<Constraint> OfMember(
        MemberShape member, SchemaView view, Dictionary<string, IReadOnlyList<SpecNode>> described, SpecNode? others)
    {
        IReadOnlyList<SpecNode> nodes = described.TryGetValue(member.JsonName, out IReadOnlyList<SpecNode>? own)
            ? own
            : [.. PropertySchemas.ByPattern(view, [member.JsonName]).Select(match => match.Schema)];
        if (nodes.Count == 0 && others is { Kind: SpecNodeKind.Object })
        {
            nodes = [others];
        }

        return nodes.Count > 0 ? Open(nodes[0], () => OfValue(member.Type, SchemaView.Of(nodes), isOwn: false)) : [];
    }

    /// <summary>What a branch demands of members that the record has no property for.</summary>
    private IEnumerable<Constraint> OfUnnamed(
        TypeShape shape, SchemaView view, HashSet<string> required, Dictionary<string, IReadOnlyList<SpecNode>> described, SpecNode? others)
    {
        TypeRef held = shape.Additional ?? new TypeRef(TypeKind.Json);
        string[] unnamed = [.. described.Keys.Where(name => Find(shape, name) is null)];
        IEnumerable<Constraint> ofKeys = unnamed
            .Select(name => new MapPropertyConstraint(name, held, Held(held, SchemaView.Of(described[name]), isOwn: false)))
            .Where(rule => rule.Constraints.Count > 0);
        bool isClosed = others is not null && SchemaShapes.IsNever(others) && view.First("patternProperties") is null && unnamed.Length == 0;
        return required.Where(name => Find(shape, name) is null).Select(name => (Constraint)new RequiredUnnamedConstraint(name))
            .Concat(Additional(held, [.. ofKeys, .. OfOthers(held, view, [.. unnamed], isOwn: false)]))
            .Concat(isClosed ? [new NoAdditionalPropertiesConstraint()] : []);
    }

    private static IEnumerable<Constraint> Additional(TypeRef held, EquatableArray<Constraint> rules) =>
        rules.Count == 0 ? [] : [new UnnamedPropertiesConstraint(held, rules)];

    private IEnumerable<Constraint> AcrossMembers(TypeShape shape, SchemaView view)
    {
        if (shape.Members.Count > 0 && view.First("propertyNames") is not null)
        {
            // The names of properties are known, but which of them are set is not asked.
            LeaveOut();
        }

        var self = new TypeRef(TypeKind.Model, shape.Id);
        EquatableArray<MemberRef> all = [.. shape.Members.Select(member => Reference(shape, member))];
        return Listed(view)
            .Concat(Counts(view, "minProperties", "maxProperties").Select(count => count.Limit == Limit.Minimum ? (Constraint)new MinPropertiesConstraint(count.Bound) { Members = all } : new MaxPropertiesConstraint(count.Bound) { Members = all }))
            .Concat(Dependencies(shape, view))
            .Concat(TotalItems.Of(view, name => Find(shape, name), diagnostics))
            .Concat(Composites(self, view));
    }

    private IEnumerable<Constraint> Dependencies(TypeShape shape, SchemaView view)
    {
        foreach (SpecMember dependency in view.All("dependentRequired").SelectMany(node => node.Members))
        {
            List<string> names = dependency.Value.Items.Select(item => item.Text).ToList();
            List<MemberRef> required = names.Select(name => Find(shape, name)).OfType<MemberRef>().ToList();
            if (Find(shape, dependency.Name) is { } member && required.Count == names.Count)
            {
                yield return new DependentRequiredConstraint(member, [.. required]);
            }
            else
            {
                yield return new IfConstraint([Demand(shape, dependency.Name)], [.. names.Select(name => Demand(shape, name))], []);
            }
        }

        foreach (SpecMember dependency in view.All("dependentSchemas").SelectMany(node => node.Members))
        {
            EquatableArray<Constraint> then = Branch(new TypeRef(TypeKind.Model, shape.Id), dependency.Value);
            if (then.Count > 0)
            {
                yield return new IfConstraint([Demand(shape, dependency.Name)], then, []);
            }
        }
    }

    /// <summary>That a member is set, whether or not the record has a property for it.</summary>
    private static Constraint Demand(TypeShape shape, string name) => Find(shape, name) is { } member
        ? new PropertyConstraint(member, IsRequired: true, [])
        : new RequiredUnnamedConstraint(name);

    private static MemberRef? Find(TypeShape shape, string jsonName) =>
        shape.Find(jsonName) is { } member ? Reference(shape, member) : null;

    private static MemberRef Reference(TypeShape owner, MemberShape member) => new(
        member.JsonName, member.Name, MemberTypes.Declared(member), owner.Id, MemberTypes.HasBackingField(member));
}
