namespace Evolink.Codegen.Parsing;

/// <summary>What JSON knows of kinds.</summary>
internal enum SpecNodeKind
{
    Object,
    Array,
    String,
    Number,
    Boolean,
    Null,
}
