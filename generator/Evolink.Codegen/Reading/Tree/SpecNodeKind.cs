namespace Evolink.Codegen.Reading;

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
