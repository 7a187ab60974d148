namespace Evolink.Codegen.Emitting;

/// <summary>Writes that values are compared and printed by their content: what C# makes of a record compares a list by reference.</summary>
internal static class ContentEmitter
{
    private const string Content = TypeNames.Runtime + "ModelContent.";

    /// <param name="code">What is written to.</param>
    /// <param name="other">The type of the other value.</param>
    public static void WriteEquality(CodeWriter code, string other)
    {
        code.Write($"public bool Equals({other} other) => {Content}AreEqual(this, other);");
        code.Write($"public override int GetHashCode() => {Content}HashOf(this);");
    }

    /// <summary>Of a record.</summary>
    public static void WritePrinting(CodeWriter code, bool isDerived) =>
        code.Write($"{(isDerived ? "protected override" : "private")} bool PrintMembers(global::System.Text.StringBuilder builder) => {Content}Print(builder, this);");
}
