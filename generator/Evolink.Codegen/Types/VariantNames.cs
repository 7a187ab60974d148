using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>The names of a union's variants: by their kinds, or by their schemas, or by the values that tell them apart.</summary>
internal static class VariantNames
{
    /// <summary>The kinds of JSON, in the order in which a union has them.</summary>
    public static readonly (JsonKinds Kind, string Name)[] Kinds =
    [
        (JsonKinds.Boolean, "Boolean"), (JsonKinds.Integer, "Integer"), (JsonKinds.Number, "Number"),
        (JsonKinds.String, "String"), (JsonKinds.Array, "Array"), (JsonKinds.Object, "Object"),
    ];

    /// <summary>The names that a union may have for its kinds and for lists of them.</summary>
    public static readonly string[] OfKinds = [.. Kinds.SelectMany(kind => new[] { kind.Name, kind.Name + "s" })];

    public static string OfKind(JsonKinds kind) => Kinds.First(entry => entry.Kind == kind).Name;

    /// <summary>The name of an object among others: its schema's, else its title, else the constant by which it is known.</summary>
    public static string OfObject(TestedSchema tested, IReadOnlyList<TestedSchema> all)
    {
        SchemaView view = SchemaView.From(tested.Schema);
        return Words.Identifier(ComponentSchemas.NameOf(view.Identity) ?? view.Text("title") ?? "", "") is { Length: > 0 } name ? name : OfConstant(tested, all) ?? "Object";
    }

    private static string? OfConstant(TestedSchema tested, IReadOnlyList<TestedSchema> all)
    {
        List<MemberCondition> listing = tested.Conditions.Where(condition => condition.Values.Count is 1 or 2).ToList();
        MemberCondition? own = listing.FirstOrDefault(condition => condition.Values.Count == 1 && IsOfOne(condition, all)) ?? listing.FirstOrDefault(condition => IsOfOne(condition, all));
        return own is null ? null : string.Join("Or", own.Values.Select(value => EnumMemberNames.Choose(Calm(value.Text), own.JsonName)));
    }

    private static bool IsOfOne(MemberCondition condition, IReadOnlyList<TestedSchema> all) => all.Count(other => other.Conditions
        .Any(asked => asked.JsonName == condition.JsonName && asked.Values.Intersect(condition.Values).Any())) == 1;

    /// <summary><c>IN_PROGRESS</c> is two words in capitals, and no name that C# would have.</summary>
    private static string Calm(string text) => text.Any(char.IsLower) ? text : text.ToLowerInvariant();
}
