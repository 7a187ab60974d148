using Evolink.Codegen.Collections;

namespace Evolink.Codegen.Tests.Collections;

public class EquatableArrayTests
{
    [Fact]
    public void EqualItemsInTheSameOrder_AreEqualArrays()
    {
        EquatableArray<string> one = ["a", "b"];
        var other = new List<string> { "a", "b" }.ToEquatableArray();

        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.False(one == ["b", "a"]);
        Assert.False(one.Equals(["a"]));
        Assert.False(one.Equals((object)"a"));
    }

    [Fact]
    public void TheDefault_IsTheEmptyArray()
    {
        EquatableArray<int> empty = [];

        Assert.True(empty == default);
        Assert.Equal(empty.GetHashCode(), default(EquatableArray<int>).GetHashCode());
        Assert.Empty(default(EquatableArray<int>));
    }

    [Fact]
    public void Items_AreCountedIndexedAndEnumerated()
    {
        EquatableArray<int> array = [3, 1, 2];

        Assert.Equal(3, array.Count);
        Assert.Equal(1, array[1]);
        Assert.Equal([3, 1, 2], array.Select(item => item));
        Assert.Throws<IndexOutOfRangeException>(() => default(EquatableArray<int>)[0]);
    }
}
