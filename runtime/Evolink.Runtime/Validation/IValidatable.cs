using System.ComponentModel;

namespace Evolink;

/// <summary>A generated type that checks itself against its specification, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IValidatable
{
    /// <summary>Adds every failure of this value and of the values in it.</summary>
    void CollectFailures(ref ValidationFailures failures);
}

/// <summary>Some rules over one value: a branch of <c>anyOf</c>, the rules of an array's items.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void ValidationRule<in T>(T value, ref ValidationFailures failures);
