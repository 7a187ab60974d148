using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>A variant that is an array.</summary>
/// <param name="Schema">The variant.</param>
/// <param name="ItemKind">What its items are.</param>
/// <param name="Condition">What tells it from the other arrays.</param>
internal sealed record ListVariant(SpecNode Schema, JsonKinds ItemKind, FirstItemCondition Condition);

/// <summary>Variants of a schema that are arrays, told apart by what their items are: a list of strings, a list of integers.</summary>
internal static class ListVariants
{
    /// <summary>The arrays, each with what tells it from the others; null where there are no two, or their items do not tell them apart.</summary>
    public static IReadOnlyList<ListVariant>? Find(SchemaView view)
    {
        List<SpecNode> variants = Arrays(view);
        List<JsonKinds?> kinds = variants.ConvertAll(ItemKind);
        bool areApart = variants.Count > 1 && !kinds.Contains(null) && kinds.Select(kind => Token(kind!.Value)).Distinct().Count() == kinds.Count;
        return !areApart || view.First("items") is not null || view.First("prefixItems") is not null ? null
            : [.. variants.Select((variant, index) => new ListVariant(variant, kinds[index]!.Value, new FirstItemCondition(kinds[index]!.Value, MayBeEmpty: index == 0)))];
    }

    /// <summary>Whether there are several arrays, of which each says what its items are.</summary>
    public static bool AreSeveral(SchemaView view) => Arrays(view) is { Count: > 1 } arrays && arrays.All(array => SchemaView.From(array).First("items") is not null);

    /// <summary>The variants that are arrays. One of nothing but nulls holds no value that another could not.</summary>
    public static List<SpecNode> Arrays(SchemaView view) =>
        view.Variants().Where(variant => (SchemaKinds.Infer(SchemaView.From(variant)) & ~JsonKinds.Null) == JsonKinds.Array && !HoldsNulls(variant)).ToList();

    private static bool HoldsNulls(SpecNode array) =>
        SchemaView.From(array).All("items").Where(node => node.Kind == SpecNodeKind.Object).ToList() is { Count: > 0 } items && SchemaKinds.Infer(SchemaView.From(items)) == JsonKinds.Null;

    /// <summary>The only kind of the items; null where they may be of several, or of any.</summary>
    private static JsonKinds? ItemKind(SpecNode array)
    {
        SchemaView view = SchemaView.From(array);
        List<SpecNode> items = view.First("prefixItems") is null ? view.All("items").Where(node => node.Kind == SpecNodeKind.Object).ToList() : [];
        JsonKinds kinds = items.Count == 0 ? JsonKinds.None : SchemaKinds.Infer(SchemaView.From(items)) & ~JsonKinds.Null;
        return kinds is JsonKinds.Boolean or JsonKinds.Integer or JsonKinds.Number or JsonKinds.String or JsonKinds.Array or JsonKinds.Object ? kinds : null;
    }

    /// <summary>JSON writes integers and other numbers alike.</summary>
    private static JsonKinds Token(JsonKinds kind) => kind == JsonKinds.Integer ? JsonKinds.Number : kind;
}
