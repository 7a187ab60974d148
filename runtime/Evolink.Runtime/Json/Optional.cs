using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Evolink;

/// <summary>
/// A member of a request that changes something: left out, it stays as it is there; null clears it; a value replaces it.
/// Assign the value or <see langword="null"/>; nothing assigned is left out.
/// </summary>
/// <typeparam name="T">The member's type, which may be null.</typeparam>
/// <param name="value">The value; null to clear the member.</param>
[SuppressMessage("Naming", "CA1716", Justification = "The word is Visual Basic's, for parameters; in .NET such a type is called so everywhere.")]
public readonly struct Optional<T>(T value) : IEquatable<Optional<T>>, IOptionalValue
{
    /// <summary>Whether the member is sent: null or a value was assigned.</summary>
    public bool IsSet { get; } = true;

    /// <summary>The value; null where it is null or was left out.</summary>
    public T Value { get; } = value;

    // To an attribute a null is nothing to check.
    bool IOptionalValue.IsSet => IsSet && Value is not null;

    /// <summary>Sends the value, or null.</summary>
    /// <param name="value">The value; null to clear the member.</param>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Whether two are both left out, or have equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether one is left out and the other is not, or their values differ.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => IsSet == other.IsSet && EqualityComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSet, Value);

    /// <summary>The value as text; <c>null</c> where it is cleared, empty where it is left out.</summary>
    public override string ToString() => !IsSet ? "" : Value switch
    {
        null => "null",
        Uri uri => uri.OriginalString,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => Value.ToString() ?? "",
    };
}
