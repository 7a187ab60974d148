using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Models;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Client.Merging;

/// <summary>Merges the variants of two unions: one for each kind of JSON, by which a reader tells them apart.</summary>
internal static class UnionMerger
{
    public static UnionModel Merge(UnionModel left, SpecLocation leftPlace, UnionModel right, SpecLocation rightPlace, TypeMerger types)
    {
        var variants = new List<VariantModel>();
        foreach (VariantModel variant in left.Variants.Concat(right.Variants.ToList()))
        {
            int index = variants.FindIndex(own => IsOneToken(own.Kind, variant.Kind) && (variant.Kind is not (JsonKinds.Object or JsonKinds.Array) || own.Name == variant.Name));
            if (index < 0)
            {
                AddNew(variants, variant);
                continue;
            }

            // An integer is a number on the wire, so that the variant for numbers holds both.
            VariantModel wider = variant.Kind == JsonKinds.Number ? variant : variants[index];
            variants[index] = wider with { Type = types.Merge(variants[index].Type, leftPlace, variant.Type, rightPlace) };
        }

        return left with { Variants = [.. variants] };
    }

    /// <summary>The variant without a test takes any value of its kind, so that a new one has to come before it.</summary>
    private static void AddNew(List<VariantModel> variants, VariantModel variant)
    {
        int rest = variants.FindIndex(own => own.Kind == variant.Kind && own.Tests.Count == 0);
        if (rest < 0)
        {
            variants.Add(variant);
        }
        else if (variant.Tests.Count > 0)
        {
            variants.Insert(rest, variant);
        }
    }

    private static bool IsOneToken(JsonKinds left, JsonKinds right) => left == right
        || (left | right) == (JsonKinds.Integer | JsonKinds.Number);
}
