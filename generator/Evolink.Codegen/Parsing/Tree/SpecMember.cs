namespace Evolink.Codegen.Parsing;

/// <summary>A member of an object: its name, where the name stands, and the value.</summary>
internal readonly record struct SpecMember(string Name, int Line, int Column, SpecNode Value);
