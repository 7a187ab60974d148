using System.Text.RegularExpressions;
using static Evolink.Tests.Validation.Checking;

namespace Evolink.Tests.Validation;

/// <summary>Rules for some of the items of an array, or some of the members of a map.</summary>
public class ContainerRuleTests
{
    private static readonly Dictionary<string, int> s_members = new() { ["a"] = 1, ["n1"] = 20, ["x y"] = 30 };
    private static readonly Regex s_pattern = EcmaPattern.Create("^n");

    [Fact]
    public void AnItem_IsFoundByItsPosition()
    {
        int[] items = [1, 20, 30];

        Assert.Equal(
            ["L[1] | l[1]: must be at most 9, not 20."],
            Lines(Check((ref failures) => failures.Item(items, 1, "L", "l", AtMostNine))));
        Assert.Equal(
            ["L[2] | l[2]: must be at most 9, not 30."],
            Lines(Check((ref failures) => failures.EachAfter(items, 2, "L", "l", AtMostNine))));
        Assert.True(Passes((ref failures) => failures.Item(items, 3, "L", "l", AtMostNine)));
    }

    [Theory]
    [InlineData(1, 3, null)]
    [InlineData(3, 9, "l: must have at least 3 items below ten, not 2.")]
    [InlineData(0, 1, "l: must have at most 1 item below ten, not 2.")]
    public void MatchingItems_AreCounted(int minimum, int maximum, string? problem) => Assert.Equal(
        problem is null ? [] : [problem],
        Check((ref failures) => failures.Contains([1, 20, 3], minimum, maximum, "below ten", "L", "l", AtMostNine)).Select(result => result.ErrorMessage));

    [Fact]
    public void ANull_IsNoItemThatWasAskedFor() => Assert.Equal(
        "l: must have at least 1 item of some kind, not 0.",
        Fails((ref failures) => failures.Contains<string?>([null], 1, int.MaxValue, "of some kind", "L", "l", static (string? _, ref ValidationFailures _) => { })));

    [Fact]
    public void ANull_IsCounted_WhereItIsWhatWasAskedFor() => Assert.Equal(
        "l: must have at least 2 items equal to null, not 1.",
        Fails((ref failures) => failures.Contains<string?>(
            ["a", null], 2, int.MaxValue, "equal to null", "L", "l", static (string? value, ref ValidationFailures failures) => failures.Unset(value is not null, "", ""), countsNull: true)));

    [Fact]
    public void AMember_IsFoundByItsName()
    {
        Assert.Equal("m[\"x y\"]: must be at most 9, not 30.", Fails((ref failures) => failures.Key(s_members, "x y", "M", "m", AtMostNine)));
        Assert.Equal("m[\"z\"]: required, but not set.", Fails((ref failures) => failures.RequiredKey(s_members, "z", "M", "m")));
        Assert.True(Passes((ref failures) =>
        {
            failures.Key(s_members, "z", "M", "m", AtMostNine);
            failures.RequiredKey(s_members, "a", "M", "m");
        }));
    }

    [Fact]
    public void Members_AreFoundByPattern_AndTheOthersByWhatIsLeft()
    {
        Assert.Equal("m[\"n1\"]: must be at most 9, not 20.", Fails((ref failures) => failures.EachMatching(s_members, s_pattern, "M", "m", AtMostNine)));
        Assert.Equal("m[\"x y\"]: must be at most 9, not 30.", Fails((ref failures) => failures.EachOther(s_members, ["a"], [s_pattern], "M", "m", AtMostNine)));
    }

    [Fact]
    public void WhatIsUnset_PassesAll() => Assert.True(Passes((ref failures) =>
    {
        failures.Item<int>(null, 0, "", "", AtMostNine);
        failures.EachAfter<int>(null, 0, "", "", AtMostNine);
        failures.Contains<int>(null, 1, 1, "", "", "", AtMostNine);
        failures.RequiredKey<int>(null, "a", "", "");
        failures.Key<int>(null, "a", "", "", AtMostNine);
        failures.EachMatching<int>(null, s_pattern, "", "", AtMostNine);
        failures.EachOther<int>(null, [], [], "", "", AtMostNine);
    }));

    [Fact]
    public void ANameOnWhichAPatternTakesTooLong_IsRefused()
    {
        Dictionary<string, int> members = new() { [new string('a', 40) + "!"] = 20 };

        Assert.Equal(
            "map: must match the pattern ^(a+)+$, which took longer than 1 s to try.",
            Fails((ref failures) => failures.EachMatching(members, EcmaPattern.Create("^(a+)+$"), "Map", "map", AtMostNine)));
    }

    private static void AtMostNine(int value, ref ValidationFailures failures) => failures.Maximum(value, 9, "", "");
}
