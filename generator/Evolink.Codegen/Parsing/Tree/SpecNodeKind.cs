namespace Evolink.Codegen.Parsing;

/// <summary>The kinds of JSON values.</summary>
internal enum SpecNodeKind
{
    Object,
    Array,
    String,
    Number,
    Boolean,
    Null,
}
