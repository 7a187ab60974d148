namespace Evolink.Codegen.Emitting;

/// <summary>Writes that values are compared and printed by their content: what C# makes of a record compares a list by reference.</summary>
internal static class ContentEmitter
{
    private const string Content = TypeNames.Runtime + "ModelContent.";

    /// <param name="code">Where to.</param>
    /// <param name="other">The type of the other value.</param>
    public static void WriteEquality(CodeWriter code, string other)
    {
        code.Write("/// <inheritdoc/>");
        code.Write($"public bool Equals({other} other) => {Content}AreEqual(this, other);");
        code.Write("/// <inheritdoc/>");
        code.Write($"public override int GetHashCode() => {Content}HashOf(this);");
    }

    /// <summary>Of a record. The compiler asks for the documentation of a protected member, also where nothing can derive.</summary>
    public static void WritePrinting(CodeWriter code, bool isDerived)
    {
        if (isDerived)
        {
            code.Write("/// <inheritdoc/>");
        }

        code.Write($"{(isDerived ? "protected override" : "private")} bool PrintMembers(global::System.Text.StringBuilder builder) => {Content}Print(builder, this);");
    }
}
