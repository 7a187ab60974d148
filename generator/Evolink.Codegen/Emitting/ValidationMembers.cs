namespace Evolink.Codegen.Emitting;

/// <summary>Members that every type with rules of its own has.</summary>
internal static class ValidationMembers
{
    public static void Write(CodeWriter code, string what)
    {
        Docs.Write(code, $"Checks the {what} as its specification demands.");
        code.Write($"/// <exception cref=\"{TypeNames.Runtime}EvolinkValidationException\">Something is wrong; the exception names every failure.</exception>");
        code.Write($"public void Validate() => {TypeNames.Runtime}ModelValidation.Validate(this);").Blank();
        Docs.Write(code, $"Checks the {what} as its specification demands, without throwing.");
        code.Write("/// <param name=\"results\">Every failure with the path of its member.</param>");
        code.Write("/// <returns>Whether it is valid.</returns>");
        code.Write(
            $"public bool TryValidate(out global::System.Collections.Generic.IReadOnlyList<{TypeNames.Annotations}ValidationResult> results) =>\n"
            + $"    {TypeNames.Runtime}ModelValidation.TryValidate(this, out results);");
    }
}
