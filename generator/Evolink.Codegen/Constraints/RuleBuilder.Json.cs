using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

internal sealed partial class RuleBuilder
{
    private static readonly JsonPart[] Parts = [JsonPart.Text, JsonPart.Number, JsonPart.Items, JsonPart.Members];

    /// <summary>A value of any kind of JSON: what a keyword says of one kind is asked of the value where it is of that kind.</summary>
    private IEnumerable<Constraint> OfJson(SchemaView view)
    {
        if (view.Parts.Any(SchemaShapes.IsNever))
        {
            return [new FalseSchemaConstraint()];
        }

        JsonKinds alsoAllowed = view.IsTrue("nullable") ? JsonKinds.Null : JsonKinds.None;
        return view.All("type").Select(SchemaKinds.Declared).Where(kinds => kinds != JsonKinds.None)
            .Select(kinds => (Constraint)new TypeConstraint(SchemaKinds.Simplify(kinds) | alsoAllowed))
            .Concat(Listed(view))
            .Concat(Parts.Select(part => new JsonPartConstraint(part, [.. OfPart(part, view)])).Where(rule => rule.Constraints.Count > 0));
    }

    private IEnumerable<Constraint> OfPart(JsonPart part, SchemaView view)
    {
        TypeRef type = JsonPartTypes.Of(part);
        return part switch
        {
            JsonPart.Text => OfText(type, view),
            JsonPart.Number => OfNumber(type, view, isOwn: false),
            JsonPart.Items => OfList(type, view, isOwn: false),
            _ => OfMap(type, view, isOwn: false),
        };
    }

    /// <summary>The listed values, compared as the JSON that they are.</summary>
    private static IEnumerable<Constraint> Listed(SchemaView view)
    {
        IReadOnlyList<SpecNode> values = SchemaValues.Listed(view);
        return values.Count == 0
            ? []
            : [new EnumConstraint([]) { Json = $"[{string.Join(",", values.Select(value => value.ToJsonNode()?.ToJsonString() ?? "null"))}]" }];
    }
}
