using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Modeling.Schemas;
using Evolink.Codegen.Modeling.Types;
using Evolink.Codegen.Reading;

namespace Evolink.Codegen.Modeling.Rules;

internal sealed partial class RuleBuilder
{
    /// <summary>The rules of a record that no single member bears: what its members demand of each other.</summary>
    public EquatableArray<Rule> OfRecord(TypeShape shape)
    {
        work = 0;
        IEnumerable<Rule> rules = AcrossMembers(shape, shape.View);
        return [.. shape.Additional is null ? rules.Append(new NoAdditionalRule()) : rules];
    }

    /// <summary>What a branch or condition demands of a record made elsewhere.</summary>
    private EquatableArray<Rule> OfObject(TypeShape shape, SchemaView view)
    {
        var required = view.Required();
        var byName = view.Properties().ToDictionary(property => property.Key, property => property.Value);
        var rules = new List<Rule>();
        foreach (MemberShape member in shape.Members)
        {
            EquatableArray<Rule> own = byName.TryGetValue(member.JsonName, out IReadOnlyList<SpecNode>? nodes)
                ? Open(nodes[0], () => OfValue(member.Type, SchemaView.Of(nodes), isOwn: false))
                : [];
            if (required.Contains(member.JsonName) || own.Count > 0)
            {
                rules.Add(new MemberRule(Reference(shape, member), required.Contains(member.JsonName), own));
            }
        }

        return [.. rules, .. AcrossMembers(shape, view)];
    }

    private IEnumerable<Rule> AcrossMembers(TypeShape shape, SchemaView view)
    {
        var self = new TypeRef(TypeKind.Model, shape.Id);
        EquatableArray<MemberRef> all = [.. shape.Members.Select(member => Reference(shape, member))];
        return Counts(view, "minProperties", "maxProperties")
            .Select(count => (Rule)new MemberCountRule(count.Limit, count.Bound, all))
            .Concat(Dependencies(shape, view))
            .Concat(TotalItems.Of(view, name => Find(shape, name), diagnostics))
            .Concat(Composites(self, view));
    }

    private IEnumerable<Rule> Dependencies(TypeShape shape, SchemaView view)
    {
        foreach (SpecMember dependency in view.All("dependentRequired").SelectMany(node => node.Members))
        {
            EquatableArray<MemberRef> required = [.. dependency.Value.Items.Select(item => Find(shape, item.Text)).OfType<MemberRef>()];
            if (Find(shape, dependency.Name) is { } member && required.Count > 0)
            {
                yield return new DependentRequiredRule(member, required);
            }
        }

        foreach (SpecMember dependency in view.All("dependentSchemas").SelectMany(node => node.Members))
        {
            EquatableArray<Rule> then = Open(dependency.Value, () => OfObject(shape, SchemaView.Of(dependency.Value)));
            if (Find(shape, dependency.Name) is { } member && then.Count > 0)
            {
                yield return new IfRule([new MemberRule(member, IsRequired: true, [])], then, []);
            }
        }
    }

    private static MemberRef? Find(TypeShape shape, string jsonName) =>
        shape.Members.FirstOrDefault(member => member.JsonName == jsonName) is { } member ? Reference(shape, member) : null;

    private static MemberRef Reference(TypeShape owner, MemberShape member) => new(
        member.JsonName, member.Name, MemberTypes.Declared(member), owner.Id, MemberTypes.HasBackingField(member));
}
