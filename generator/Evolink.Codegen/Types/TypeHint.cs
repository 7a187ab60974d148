using Evolink.Codegen.Naming;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Types;

/// <summary>The name of a schema without a name of its own, from where it stands.</summary>
/// <param name="InlineName">Owner and property: <c>FilmModelParams</c>.</param>
/// <param name="InlineId">Owner's id and property, for responses.</param>
/// <param name="Property">The JSON name of the nearest property; names enum members that begin with a digit.</param>
/// <param name="Body">The schema of a request body, which has this name whatever the file calls it.</param>
internal sealed record TypeHint(string InlineName, TypeId InlineId, string Property, SpecNode? Body = null)
{
    public static TypeHint ForMember(TypeDraft owner, string property) => new(
        TypeScope.OwnerPrefix(owner.Name) + Words.Identifier(property, "Value").TrimStart('_'), owner.Id.Within(property), property);

    public static TypeHint ForBody(string name, SpecNode identity) => new(name, TypeId.ForInline(name), name, identity);

    public static TypeHint ForParameter(string name, string parameter) => new(name, TypeId.ForInline(name), parameter);

    /// <summary>The item of a list: the singular.</summary>
    public TypeHint Item() => new(Singular.From(InlineName), InlineId.Within("[]"), Property);

    /// <summary>One variant of a union.</summary>
    public TypeHint Variant(string name) => new(InlineName + name, InlineId.Within(name), Property);
}
