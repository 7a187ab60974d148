using System.ComponentModel;

namespace Evolink;

/// <summary>A generated type that validates itself against its specification, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IValidatable
{
    /// <summary>Adds every failure of this value and of the values in it.</summary>
    void Validate(ref SchemaValidationContext context);
}

/// <summary>Validates a value against a subschema: a branch of <c>anyOf</c>, the <c>items</c> of an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void SubschemaValidator<in T>(T value, ref SchemaValidationContext context);
