using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Client.Merging;

/// <summary>The variants of two unions in one: one for each kind of JSON, by which a reader tells them apart.</summary>
internal static class UnionUnion
{
    public static UnionSpec Of(UnionSpec left, Place leftPlace, UnionSpec right, Place rightPlace, TypeUnion types)
    {
        var variants = new List<VariantSpec>();
        foreach (VariantSpec variant in left.Variants.Concat(right.Variants.ToList()))
        {
            int index = variants.FindIndex(own => IsOneToken(own.Kind, variant.Kind) && (variant.Kind != JsonKinds.Object || own.Name == variant.Name));
            if (index < 0)
            {
                AddNew(variants, variant);
                continue;
            }

            // An integer and a number look alike on the wire; a number is both.
            VariantSpec wider = variant.Kind == JsonKinds.Number ? variant : variants[index];
            variants[index] = wider with { Type = types.Of(variants[index].Type, leftPlace, variant.Type, rightPlace) };
        }

        return left with { Variants = [.. variants] };
    }

    /// <summary>The object without a test takes in every other object, so nothing of that kind can come behind it.</summary>
    private static void AddNew(List<VariantSpec> variants, VariantSpec variant)
    {
        int rest = variants.FindIndex(own => own.Kind == JsonKinds.Object && variant.Kind == JsonKinds.Object && own.Test is null);
        if (rest < 0)
        {
            variants.Add(variant);
        }
        else if (variant.Test is not null)
        {
            variants.Insert(rest, variant);
        }
    }

    private static bool IsOneToken(JsonKinds left, JsonKinds right) => left == right
        || (left | right) == (JsonKinds.Integer | JsonKinds.Number);
}
