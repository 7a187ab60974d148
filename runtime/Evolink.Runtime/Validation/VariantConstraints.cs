using System.ComponentModel;
using System.Text.Json;

namespace Evolink;

/// <summary>What is demanded of a union as a whole.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VariantConstraints
{
    /// <summary>A value that is of no variant of its union: read from JSON that a specification does not know.</summary>
    /// <param name="context">Collects the failures.</param>
    /// <param name="unknown">The value; null where the union holds one of its variants.</param>
    /// <param name="expected">The variants, in words.</param>
    public static void NoVariant(this ref SchemaValidationContext context, JsonElement? unknown, string expected)
    {
        if (unknown is not null && context.Fails())
        {
            context.Describe("", "", $"expected {expected}");
        }
    }
}
