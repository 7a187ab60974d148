using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Schemas;

/// <summary>What several branches say of one member, as a schema with room for what any of them allows. What a branch demands, its own rules say.</summary>
internal static class BranchMembers
{
    private static readonly string[] Kept = ["type", "format", "title", "description"];

    /// <summary>The schema of the member; null where the branches disagree on what it is, so that any JSON must have room.</summary>
    /// <param name="owner">The schema that has the branches.</param>
    /// <param name="name">The member.</param>
    /// <param name="branches">What each branch that describes the member says of it.</param>
    public static SchemaView? Common(SchemaView owner, string name, IReadOnlyList<IReadOnlyList<SpecNode>> branches)
    {
        List<SchemaView> views = branches.Select(SchemaView.Of).ToList();
        if (views.All(view => ReferenceEquals(view.Identity, views[0].Identity)))
        {
            return views[0];
        }

        return !views.Skip(1).All(view => HaveOnePlainType(view, views[0])) ? null
            : views.FirstOrDefault(view => views.All(other => Holds(view, other))) ?? United(owner, name, views);
    }

    private static bool HaveOnePlainType(SchemaView left, SchemaView right)
    {
        JsonKinds kinds = SchemaKinds.Of(left);
        return kinds == SchemaKinds.Of(right) && left.Text("format") == right.Text("format")
            && kinds is JsonKinds.String or JsonKinds.Integer or JsonKinds.Number or JsonKinds.Boolean;
    }

    /// <summary>Whether the type that is made of one schema can express what another allows.</summary>
    private static bool Holds(SchemaView wide, SchemaView narrow)
    {
        IReadOnlyList<SpecNode> known = SchemaValues.Of(wide), wanted = SchemaValues.Of(narrow);
        return known.Count > 0
            ? wanted.Count > 0 && wanted.All(value => known.Any(other => SchemaValues.Same(value, other)))
            : IsWide(wide) || (!IsWide(narrow) && wanted.All(value => ExactNumbers.TryInteger(value.Text, out BigInteger number) && ScalarTypes.FitsInt32(number)));
    }

    /// <summary>Whether a plain type holds all that there is of its kind: only <c>int</c> does not.</summary>
    private static bool IsWide(SchemaView view) =>
        SchemaKinds.Of(view) != JsonKinds.Integer || (SchemaValues.Of(view).Count == 0 && ScalarTypes.OfInteger(view, isRequest: true).Kind != TypeKind.Int32);

    /// <summary>
    /// A schema without the bounds, and with the values of all where all list some. It stands where the owner would describe
    /// the member, which it does not: no other schema has that place.
    /// </summary>
    private static SchemaView United(SchemaView owner, string name, List<SchemaView> views)
    {
        SpecNode first = views[0].Origin;
        var members = new List<SpecMember>(Kept
            .Select(keyword => (Keyword: keyword, Text: keyword == "type" ? TypeOf(views[0]) : views[0].Text(keyword)))
            .Where(member => member.Text is not null)
            .Select(member => new SpecMember(member.Keyword, first.Line, first.Column, SpecNode.Scalar(SpecNodeKind.String, first.Line, first.Column, member.Text!))));
        if (views.All(view => SchemaValues.Of(view).Count > 0))
        {
            IEnumerable<SpecNode> values = views.SelectMany(SchemaValues.Of).Select(value => SpecNode.Scalar(value.Kind, value.Line, value.Column, value.Text));
            members.Add(new SpecMember("enum", first.Line, first.Column, SpecNode.Array(first.Line, first.Column, [.. values])));
        }

        SpecNode properties = SpecNode.Object(first.Line, first.Column, []).AsMemberOf(owner.Identity, "properties");
        return SchemaView.Of(SpecNode.Object(first.Line, first.Column, members).AsMemberOf(properties, name));
    }

    private static string TypeOf(SchemaView view) => SchemaKinds.Of(view).ToString().ToLowerInvariant();
}
