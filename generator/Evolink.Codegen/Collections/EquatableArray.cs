using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace Evolink.Codegen.Collections;

/// <summary>
/// An immutable array that is equal to another of the same items in the same order, as the models of an incremental
/// pipeline have to be. The default value is the empty array.
/// </summary>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
internal readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly T[]? _items;

    internal EquatableArray(T[] items) => _items = items;

    public static EquatableArray<T> Empty => default;

    public int Count => _items?.Length ?? 0;

    public bool IsEmpty => Count == 0;

    public T this[int index] => (_items ?? [])[index];

    public ReadOnlySpan<T> AsSpan() => _items;

    public bool Equals(EquatableArray<T> other)
    {
        if (ReferenceEquals(_items, other._items)) return true;
        if (Count != other.Count) return false;

        EqualityComparer<T> comparer = EqualityComparer<T>.Default;
        for (int index = 0; index < Count; index++)
        {
            if (!comparer.Equals(_items![index], other._items![index])) return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        int hash = Count;
        foreach (T item in AsSpan())
        {
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        }

        return hash;
    }

    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes equatable arrays.</summary>
internal static class EquatableArray
{
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items)
        where T : IEquatable<T> => new(items.ToArray());

    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new(items.ToArray());

    /// <summary>The array with other items in place of its own; itself where each is replaced by itself.</summary>
    public static EquatableArray<T> Replace<T, TArgument>(this EquatableArray<T> items, TArgument argument, Func<T, TArgument, T> replace)
        where T : class, IEquatable<T>
    {
        T[]? replaced = null;
        for (int index = 0; index < items.Count; index++)
        {
            T item = replace(items[index], argument);
            if (replaced is null && !ReferenceEquals(item, items[index]))
            {
                replaced = items.AsSpan().ToArray();
            }

            replaced?[index] = item;
        }

        return replaced is null ? items : new EquatableArray<T>(replaced);
    }
}
