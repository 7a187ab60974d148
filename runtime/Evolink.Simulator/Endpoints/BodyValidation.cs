using System.Text.Json;

namespace Evolink.Simulation;

internal static class BodyValidation
{
    /// <exception cref="RefusedException">The body breaks the operation's schema.</exception>
    public static void Ensure(SpecOperation operation, JsonElement body)
    {
        IReadOnlyList<SchemaFailure> failures = operation.Validate(body);
        if (failures.Count == 0) return;

        string others = failures.Count == 1 ? "" : $" ({failures.Count - 1} more: {string.Join(" ", failures.Skip(1).Take(4))})";
        throw new RefusedException(ApiError.Invalid(failures[0] + others, failures[0].Path is { Length: > 0 } path ? path : null));
    }
}
