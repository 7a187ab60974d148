namespace Evolink.Runtime.Http.Bodies;

/// <summary>A value with the constraints that its type does not know.</summary>
internal sealed class ConstrainedValue<T>(T value, SubschemaValidator<T> schema) : IValidatable
{
    public void Validate(ref SchemaValidationContext context) => schema(value, ref context);
}
