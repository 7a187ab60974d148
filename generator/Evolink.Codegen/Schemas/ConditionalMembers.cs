using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>What several subschemas say of one member, as one schema that allows what any of them allows. What a subschema restricts beyond that is a constraint of its own.</summary>
internal static class ConditionalMembers
{
    private static readonly string[] s_kept = ["type", "format", "title", "description"];

    /// <summary>The schema of the member; null where they disagree on its type, so that it can be any JSON.</summary>
    /// <param name="owner">The schema that has the subschemas.</param>
    /// <param name="name">The member.</param>
    /// <param name="descriptions">What each subschema that describes the member says of it.</param>
    public static SchemaView? Merge(SchemaView owner, string name, IReadOnlyList<IReadOnlyList<SpecNode>> descriptions)
    {
        List<SchemaView> views = descriptions.Select(SchemaView.From).ToList();
        if (views.All(view => ReferenceEquals(view.Identity, views[0].Identity)))
        {
            return views[0];
        }

        return !views.Skip(1).All(view => HaveOnePlainType(view, views[0])) ? null
            : views.FirstOrDefault(view => views.All(other => Holds(view, other))) ?? Union(owner, name, views);
    }

    private static bool HaveOnePlainType(SchemaView left, SchemaView right)
    {
        JsonKinds kinds = SchemaKinds.Infer(left);
        return kinds == SchemaKinds.Infer(right) && left.Text("format") == right.Text("format")
            && kinds is JsonKinds.String or JsonKinds.Integer or JsonKinds.Number or JsonKinds.Boolean;
    }

    /// <summary>Whether the type of one schema can hold what another allows.</summary>
    private static bool Holds(SchemaView wide, SchemaView narrow)
    {
        IReadOnlyList<SpecNode> known = SchemaValues.Resolve(wide), wanted = SchemaValues.Resolve(narrow);
        return known.Count > 0
            ? wanted.Count > 0 && wanted.All(value => known.Any(other => SchemaValues.AreEqual(value, other)))
            : IsWide(wide) || (!IsWide(narrow) && wanted.All(value => ExactNumber.TryParseInteger(value.Text, out BigInteger number) && IntegerRange.FitsInt32(number)));
    }

    /// <summary>Whether the type of the schema holds every value of its kind: all do but <c>int</c> and enums.</summary>
    private static bool IsWide(SchemaView view) =>
        SchemaKinds.Infer(view) != JsonKinds.Integer || (SchemaValues.Resolve(view).Count == 0 && !IntegerRange.IsInt32(view));

    /// <summary>
    /// A schema without the bounds, and with the values of all where all list some. It stands where the owner would describe
    /// the member, which it does not: no other schema has that place.
    /// </summary>
    private static SchemaView Union(SchemaView owner, string name, List<SchemaView> views)
    {
        SpecNode first = views[0].Origin;
        var members = new List<SpecMember>(s_kept
            .Select(keyword => (Keyword: keyword, Text: keyword == "type" ? TypeOf(views[0]) : views[0].Text(keyword)))
            .Where(member => member.Text is not null)
            .Select(member => new SpecMember(member.Keyword, first.Line, first.Column, SpecNode.Scalar(SpecNodeKind.String, first.Line, first.Column, member.Text!))));
        if (views.All(view => SchemaValues.Resolve(view).Count > 0))
        {
            IEnumerable<SpecNode> values = views.SelectMany(SchemaValues.Resolve).Select(value => SpecNode.Scalar(value.Kind, value.Line, value.Column, value.Text));
            members.Add(new SpecMember("enum", first.Line, first.Column, SpecNode.Array(first.Line, first.Column, [.. values])));
        }

        SpecNode properties = SpecNode.Object(first.Line, first.Column, []).AsMemberOf(owner.Identity, "properties");
        return SchemaView.From(SpecNode.Object(first.Line, first.Column, members).AsMemberOf(properties, name));
    }

    private static string TypeOf(SchemaView view) => SchemaKinds.Infer(view).ToString().ToLowerInvariant();
}
