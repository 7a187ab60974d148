namespace Evolink.Runtime.Http.Bodies;

/// <summary>A value with the rules that it does not know itself.</summary>
internal sealed class ConstrainedValue<T>(T value, SubschemaValidator<T> rule) : IValidatable
{
    public void Validate(ref SchemaValidationContext context) => rule(value, ref context);
}
