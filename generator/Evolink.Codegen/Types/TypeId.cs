using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Types;

/// <summary>
/// Which type is meant, before the client gives it a name. Stable across edits elsewhere: the id of a request's type has its file and pointer in it,
/// that of a response's type only its schema's name, so that the types of several files merge.
/// </summary>
internal readonly record struct TypeId(string Value)
{
    /// <summary>Whether the type has no name in its document. The names of components hold no slash; the ids of inline types do.</summary>
    public bool IsInline => Value.Contains("/");

    /// <summary>A type of one file's requests.</summary>
    public static TypeId ForNode(string file, SpecNode node) => new($"{file}#{node.Pointer}");

    /// <summary>A named schema of any file's responses.</summary>
    public static TypeId ForComponent(string name) => new(JsonPointer.EscapeSegment(name));

    /// <summary>A schema without a name. The id begins with the slash that the ids of components have not, so that a body is not the component that is called like it.</summary>
    public static TypeId ForInline(string name) => new("/" + name);

    /// <summary>The type at a place within this one.</summary>
    public TypeId Within(string place) => new($"{Value}/{place}");

    /// <summary>Another type, for which this one's id would be wanted too. No name has the sign, so that no type has the id already.</summary>
    public TypeId Numbered(int number) => new($"{Value}~{number}");

    public override string ToString() => Value;
}
