namespace Evolink;

/// <summary>
/// A generated enum: a value as it is sent, with the values that the specification lists. It keeps a value that the service has
/// learnt since, where a C# enum would lose it.
/// </summary>
/// <typeparam name="TSelf">The enum itself.</typeparam>
/// <typeparam name="TValue">What its values are in JSON: a <see cref="string"/> or a number.</typeparam>
public interface IEnumValue<TSelf, TValue> : IJsonModel<TSelf>, IOptionalValue
    where TSelf : struct, IEnumValue<TSelf, TValue>
{
    /// <summary>The values that the specification lists, in its order.</summary>
    static abstract IReadOnlyList<TSelf> Known { get; }

    /// <summary>The value as it is sent; empty (zero for a number) when unset.</summary>
    TValue Value { get; }
}
