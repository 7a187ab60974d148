using System.ComponentModel;

namespace Evolink;

/// <summary>The items of an array that keywords evaluate, so that <c>unevaluatedItems</c> is not about them.</summary>
/// <param name="Prefix">How many items from the first on: those of <c>prefixItems</c>, or all where there is <c>items</c>.</param>
/// <param name="Condition">What the array must satisfy for that: the branch that holds the keywords. Null where they always apply.</param>
/// <param name="Contains">What other items are evaluated: those that match <c>contains</c>.</param>
/// <param name="CountsNull">Whether a null matches <paramref name="Contains"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ItemEvaluation<T>(
    int Prefix, SubschemaValidator<IReadOnlyList<T>>? Condition = null, SubschemaValidator<T>? Contains = null, bool CountsNull = false);
