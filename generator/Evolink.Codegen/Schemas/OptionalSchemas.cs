using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Schemas;

/// <summary>Schemas that only say "this one, or null".</summary>
internal static class OptionalSchemas
{
    /// <summary>The branch of <c>anyOf: [X, { type: null }]</c>, which is how many documents write it; null for any other schema.</summary>
    public static SpecNode? OnlyBranch(SchemaView view)
    {
        SpecNode schema = view.Identity;
        if (view.Parts.Count(part => !part.Members.All(member => SchemaView.IsAnnotation(member.Name))) != 1
            || schema["oneOf"] is null == schema["anyOf"] is null
            || !schema.Members.All(member => member.Name is "oneOf" or "anyOf" || SchemaView.IsAnnotation(member.Name)))
        {
            return null;
        }

        List<SpecNode> branches = (schema["oneOf"] ?? schema["anyOf"])!.Items
            .Where(branch => SchemaKinds.Of(SchemaView.Of(branch)) != JsonKinds.Null).ToList();
        return branches.Count == 1 ? branches[0] : null;
    }
}
