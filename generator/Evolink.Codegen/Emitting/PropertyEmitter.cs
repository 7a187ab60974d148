using System.Collections.Generic;
using Evolink.Codegen.Models;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes one property with its documentation and attributes.</summary>
internal static class PropertyEmitter
{
    /// <param name="code">What is written to.</param>
    /// <param name="property">The property.</param>
    /// <param name="siblings">The C# names of the record's properties by their JSON names, which its prose may mention.</param>
    public static void Write(CodeWriter code, PropertyModel property, IReadOnlyDictionary<string, string> siblings)
    {
        Docs.Write(code, property.Doc, siblings);
        // Whoever must set a member cannot heed the advice not to; C# warns of that contradiction itself.
        bool isDemanded = property is { IsRequired: true, Initial: null };
        if (property.IsDeprecated && !isDemanded)
        {
            code.Write("[global::System.Obsolete(\"The specification marks this member as deprecated.\")]");
        }

        foreach (string attribute in Attributes.List(property))
        {
            code.Write(attribute);
        }

        code.Write($"[{TypeNames.Json}Serialization.JsonPropertyName({CSharp.Quote(property.JsonName)})]");
        string required = isDemanded ? "required " : "";
        string declaration = $"public {required}{TypeNames.Property(property)} {property.Name}";
        string initial = property.Initial is { } value ? $" = {CSharp.Format(value)};" : "";
        if (!property.HasBackingField)
        {
            code.Write($"{declaration} {{ get; init; }}{initial}");
            return;
        }

        string field = Members.Field(property.Name);
        code.Write($"{declaration} {{ get => {field}.GetValueOrDefault(); init => {field} = value; }}");
        code.Write($"internal readonly {TypeNames.Format(property.Type.Nullable())} {field}{(initial.Length > 0 ? initial : ";")}");
    }
}
