namespace Evolink;

public sealed partial class ApiCall
{
    private List<IValidatable>? _checks;

    /// <summary>Adds the constraints of a body whose type does not validate itself: a list, a map, a text.</summary>
    /// <param name="value">The body; null where there is none, which meets every constraint.</param>
    /// <param name="schema">Its constraints.</param>
    public ApiCall Check<T>(T? value, SubschemaValidator<T> schema)
    {
        if (value is not null) (_checks ??= []).Add(new ConstrainedValue<T>(value, schema));
        return this;
    }

    /// <summary>Checks the body as its specification demands.</summary>
    /// <exception cref="EvolinkValidationException">Something is wrong; the exception names every failure.</exception>
    internal void Validate()
    {
        Body?.Validate();
        foreach (IValidatable check in _checks ?? []) ModelValidation.Validate(check);
    }

    private sealed class ConstrainedValue<T>(T value, SubschemaValidator<T> schema) : IValidatable
    {
        public void Validate(ref SchemaValidationContext context) => schema(value, ref context);
    }
}
