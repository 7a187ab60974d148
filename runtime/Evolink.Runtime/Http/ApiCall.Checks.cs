namespace Evolink;

public sealed partial class ApiCall
{
    private List<IValidatable>? _checks;

    /// <summary>Adds the rules of a body that is no generated type, and so knows none itself: a list, a map, a text.</summary>
    /// <param name="value">The body; null where there is none, which meets every rule.</param>
    /// <param name="rule">Its rules.</param>
    public ApiCall Check<T>(T? value, ValidationRule<T> rule)
    {
        if (value is not null) (_checks ??= []).Add(new RuledValue<T>(value, rule));
        return this;
    }

    /// <summary>Checks the body as its specification demands.</summary>
    /// <exception cref="EvolinkValidationException">Something is wrong; the exception names every failure.</exception>
    internal void Validate()
    {
        Body?.Validate();
        foreach (IValidatable check in _checks ?? []) ModelValidation.Validate(check);
    }

    private sealed class RuledValue<T>(T value, ValidationRule<T> rule) : IValidatable
    {
        public void CollectFailures(ref ValidationFailures failures) => rule(value, ref failures);
    }
}
