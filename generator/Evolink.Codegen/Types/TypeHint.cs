using Evolink.Codegen.Naming;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Types;

/// <summary>What an inline schema is called, from where it stands.</summary>
/// <param name="InlineName">Owner and property: <c>FilmModelParams</c>.</param>
/// <param name="InlineId">Owner's id and property, for responses.</param>
/// <param name="Property">The JSON name of the nearest property; names enum members that begin with a digit.</param>
/// <param name="Body">The schema of a request body, which has this name whatever the file calls it.</param>
internal sealed record TypeHint(string InlineName, string InlineId, string Property, SpecNode? Body = null)
{
    public static TypeHint ForMember(TypeShape owner, string property) => new(
        TypeScope.OwnerPrefix(owner.Name) + Words.Identifier(property, "Value").TrimStart('_'), $"{owner.Id}/{property}", property);

    public static TypeHint ForBody(string name, SpecNode identity) => new(name, Inline(name), name, identity);

    public static TypeHint ForParameter(string name, string parameter) => new(name, Inline(name), parameter);

    /// <summary>Begins with the slash that no component's id has: an inline body is not the component that is called like it.</summary>
    private static string Inline(string name) => "/" + name;

    /// <summary>The item of a list: the singular.</summary>
    public TypeHint Item() => new(Singular.Of(InlineName), InlineId + "/[]", Property);

    /// <summary>One variant of a union.</summary>
    public TypeHint Variant(string name) => new(InlineName + name, $"{InlineId}/{name}", Property);
}
