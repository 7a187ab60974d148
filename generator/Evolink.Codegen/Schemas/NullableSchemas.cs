using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>Schemas that only say "this one, or null".</summary>
internal static class NullableSchemas
{
    /// <summary>The variant of <c>anyOf: [X, { type: null }]</c>, which is how many documents write it; null for any other schema.</summary>
    public static SpecNode? OnlyVariant(SchemaView view)
    {
        SpecNode schema = view.Identity;
        if (view.Parts.Count(part => !part.Members.All(member => SchemaView.IsAnnotation(member.Name))) != 1
            || schema["oneOf"] is null == schema["anyOf"] is null
            || !schema.Members.All(member => member.Name is "oneOf" or "anyOf" || SchemaView.IsAnnotation(member.Name)))
        {
            return null;
        }

        List<SpecNode> variants = SchemaView.OwnVariants(schema)
            .Where(variant => SchemaKinds.Infer(SchemaView.From(variant)) != JsonKinds.Null).ToList();
        return variants.Count == 1 ? variants[0] : null;
    }
}
