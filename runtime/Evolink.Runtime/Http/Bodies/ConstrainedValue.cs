namespace Evolink.Runtime.Http.Bodies;

/// <summary>A value with the rules that it does not know itself.</summary>
internal sealed class ConstrainedValue<T>(T value, ValidationRule<T> rule) : IValidatable
{
    public void CollectFailures(ref ValidationFailures failures) => rule(value, ref failures);
}
