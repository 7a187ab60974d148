using Evolink.Codegen.Constraints;
using Evolink.Codegen.Models;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>The value that a rule is about, as an expression, and where a failure of it belongs.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Type">Its type.</param>
/// <param name="Member">The member's C# name; empty where the value itself is meant.</param>
/// <param name="JsonName">The member's name on the wire.</param>
internal sealed record Subject(string Text, TypeRef Type, string Member, string JsonName)
{
    /// <summary>The object whose members the rules are about.</summary>
    public static Subject Self(string text, TypeRef type) => new(text, type, "", "");

    /// <summary>An item, value or key, given to a rule of its own.</summary>
    public static Subject Item(TypeRef type) => new("value", type, "", "");

    public static Subject From(PropertyModel property) =>
        From(new MemberRef(property.JsonName, property.Name, property.Type, HasBackingField: property.HasBackingField, IsClearable: property.IsClearable), "");

    public static Subject From(MemberRef member, string self)
    {
        string access = self + (member.HasBackingField ? Members.Field(member.Name) : member.Name);
        TypeRef type = member.HasBackingField ? member.Type!.Nullable() : member.Type!;
        // An array counts its items by another name than a list does.
        string value = type.Kind == TypeKind.List ? $"(({TypeNames.Core(type)}?){access}.Value)" : access + ".Value";
        return member.IsClearable
            ? new Subject(value, type, member.Name, member.JsonName) { Presence = access + ".IsSet" }
            : new Subject(access, type, member.Name, member.JsonName);
    }

    /// <summary>The members of a record that have no name of their own.</summary>
    public static Subject Additional(string self, TypeRef held) =>
        new(self + "AdditionalProperties", new TypeRef(TypeKind.Map, Element: held, IsNullable: true), "AdditionalProperties", "");

    /// <summary>Whether the rule is already about the value itself, not about a member that may be unset.</summary>
    public bool IsSelf => Member.Length == 0;

    /// <summary>The member's C# name and its name on the wire, as the last arguments of every rule.</summary>
    public string Location => $"{CSharp.Quote(Member)}, {CSharp.Quote(JsonName)}";

    /// <summary>The same value as the parameter of a rule of its own.</summary>
    public Subject AsValue() => new("value", Type.Nullable(false), "", "");

    /// <summary>The plain string or number that is sent.</summary>
    public string WireValue => Type.Kind switch
    {
        TypeKind.Value => $"{TypeNames.Runtime}OptionalValue.OrNull<{Type.Name}>({Text})?.Value",
        TypeKind.Uri => Text + "?.OriginalString",
        _ => Text,
    };

    /// <summary>The text that is sent, as an expression.</summary>
    public string Written => Type.Kind is TypeKind.Guid or TypeKind.Date or TypeKind.DateTimeOffset or TypeKind.Bytes ? $"{TypeNames.Runtime}JsonText.Format({Text})" : Text;

    /// <summary>The JSON that is sent, as an expression.</summary>
    public string Json => Type.Kind switch
    {
        TypeKind.Json => Text,
        TypeKind.List or TypeKind.Map => $"{TypeNames.Runtime}JsonParts.Create({Text}, {JsonExpressions.ItemWriter(Type)})",
        _ => $"{TypeNames.Runtime}JsonParts.Create({Text})",
    };

    /// <summary>Where not the value says whether it is set: what does.</summary>
    public string? Presence { get; init; }

    /// <summary>Whether the value is set, as a boolean expression.</summary>
    public string IsSet => Presence ?? Type.Kind switch
    {
        TypeKind.Value or TypeKind.Status => $"{TypeNames.Runtime}OptionalValue.IsSet<{TypeNames.Core(Type)}>({Text})",
        TypeKind.Json => $"{TypeNames.Runtime}OptionalValue.IsSet({Text})",
        _ => Type is { IsValueType: true, IsNullable: false } ? "true" : Text + " is not null",
    };
}
