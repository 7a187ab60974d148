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
    public EquatableArray<Rule> OfRecord(TypeShape shape)
    {
        work = 0;
        ReportUndecided(shape.View, [.. shape.Members.Select(member => member.JsonName)]);
        ReportUnchecked(new TypeRef(TypeKind.Model, shape.Id), shape.View);
        IEnumerable<Rule> others = shape.Additional is { } held ? Additional(held, [new WellFormedRule(), .. OfValues(held, [.. OfOthers(held, shape.View, [], isOwn: true)])]) : [new NoAdditionalRule()];
        return [.. AcrossMembers(shape, shape.View), .. others];
    }

    /// <summary>What a branch or condition demands of a record made elsewhere.</summary>
    private EquatableArray<Rule> OfObject(TypeShape shape, SchemaView view)
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

        var rules = new List<Rule>();
        foreach (MemberShape member in shape.Members)
        {
            EquatableArray<Rule> own = OfMember(member, view, described, others);
            if (required.Contains(member.JsonName) || own.Count > 0)
            {
                rules.Add(new MemberRule(Reference(shape, member), required.Contains(member.JsonName), own));
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

    private EquatableArray<Rule> OfMember(
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
    private IEnumerable<Rule> OfUnnamed(
        TypeShape shape, SchemaView view, HashSet<string> required, Dictionary<string, IReadOnlyList<SpecNode>> described, SpecNode? others)
    {
        TypeRef held = shape.Additional ?? new TypeRef(TypeKind.Json);
        string[] unnamed = [.. described.Keys.Where(name => Find(shape, name) is null)];
        IEnumerable<Rule> ofKeys = unnamed
            .Select(name => new KeyRule(name, held, Held(held, SchemaView.Of(described[name]), isOwn: false)))
            .Where(rule => rule.Rules.Count > 0);
        bool isClosed = others is not null && SchemaShapes.IsNever(others) && view.First("patternProperties") is null && unnamed.Length == 0;
        return required.Where(name => Find(shape, name) is null).Select(name => (Rule)new RequiredOtherRule(name))
            .Concat(Additional(held, [.. ofKeys, .. OfOthers(held, view, [.. unnamed], isOwn: false)]))
            .Concat(isClosed ? [new NoAdditionalRule()] : []);
    }

    private static IEnumerable<Rule> Additional(TypeRef held, EquatableArray<Rule> rules) =>
        rules.Count == 0 ? [] : [new AdditionalRule(held, rules)];

    private IEnumerable<Rule> AcrossMembers(TypeShape shape, SchemaView view)
    {
        if (shape.Members.Count > 0 && view.First("propertyNames") is not null)
        {
            // The names of properties are known, but which of them are set is not asked.
            LeaveOut();
        }

        var self = new TypeRef(TypeKind.Model, shape.Id);
        EquatableArray<MemberRef> all = [.. shape.Members.Select(member => Reference(shape, member))];
        return Listed(view)
            .Concat(Counts(view, "minProperties", "maxProperties").Select(count => new MemberCountRule(count.Limit, count.Bound, all)))
            .Concat(Dependencies(shape, view))
            .Concat(TotalItems.Of(view, name => Find(shape, name), diagnostics))
            .Concat(Composites(self, view));
    }

    private IEnumerable<Rule> Dependencies(TypeShape shape, SchemaView view)
    {
        foreach (SpecMember dependency in view.All("dependentRequired").SelectMany(node => node.Members))
        {
            List<string> names = dependency.Value.Items.Select(item => item.Text).ToList();
            List<MemberRef> required = names.Select(name => Find(shape, name)).OfType<MemberRef>().ToList();
            if (Find(shape, dependency.Name) is { } member && required.Count == names.Count)
            {
                yield return new DependentRequiredRule(member, [.. required]);
            }
            else
            {
                yield return new IfRule([Demand(shape, dependency.Name)], [.. names.Select(name => Demand(shape, name))], []);
            }
        }

        foreach (SpecMember dependency in view.All("dependentSchemas").SelectMany(node => node.Members))
        {
            EquatableArray<Rule> then = Branch(new TypeRef(TypeKind.Model, shape.Id), dependency.Value);
            if (then.Count > 0)
            {
                yield return new IfRule([Demand(shape, dependency.Name)], then, []);
            }
        }
    }

    /// <summary>That a member is set, whether or not the record has a property for it.</summary>
    private static Rule Demand(TypeShape shape, string name) => Find(shape, name) is { } member
        ? new MemberRule(member, IsRequired: true, [])
        : new RequiredOtherRule(name);

    private static MemberRef? Find(TypeShape shape, string jsonName) =>
        shape.Find(jsonName) is { } member ? Reference(shape, member) : null;

    private static MemberRef Reference(TypeShape owner, MemberShape member) => new(
        member.JsonName, member.Name, MemberTypes.Declared(member), owner.Id, MemberTypes.HasBackingField(member));
}
