using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>The C# types in which the runtime gives the parts of a JSON value.</summary>
internal static class JsonPartTypes
{
    private static readonly TypeRef s_anyJson = new(TypeKind.Json);

    public static TypeRef For(JsonPart part) => part switch
    {
        JsonPart.Text => new TypeRef(TypeKind.String),
        JsonPart.Number => new TypeRef(TypeKind.Double),
        JsonPart.Items => new TypeRef(TypeKind.List, Element: s_anyJson),
        _ => new TypeRef(TypeKind.Map, Element: s_anyJson),
    };
}
