namespace Evolink.Codegen.Emitting;

/// <summary>Members that every type with rules of its own has.</summary>
internal static class ValidationMembers
{
    /// <summary>Their words are those of the runtime's own, so they are taken from there.</summary>
    public static void Write(CodeWriter code)
    {
        code.Write($"/// <inheritdoc cref=\"{TypeNames.Runtime}GenerationRequest.Validate\"/>");
        code.Write($"public void Validate() => {TypeNames.Runtime}ModelValidation.Validate(this);").Blank();
        code.Write($"/// <inheritdoc cref=\"{TypeNames.Runtime}GenerationRequest.TryValidate\"/>");
        code.Write(
            $"public bool TryValidate(out global::System.Collections.Generic.IReadOnlyList<{TypeNames.Annotations}ValidationResult> results) =>\n"
            + $"    {TypeNames.Runtime}ModelValidation.TryValidate(this, out results);");
    }
}
