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
            Lines(Check((ref context) => context.PrefixItems(items, 1, "L", "l", AtMostNine))));
        Assert.Equal(
            ["L[2] | l[2]: must be at most 9, not 30."],
            Lines(Check((ref context) => context.Items(items, 2, "L", "l", AtMostNine))));
        Assert.True(Passes((ref context) => context.PrefixItems(items, 3, "L", "l", AtMostNine)));
    }

    [Theory]
    [InlineData(1, 3, null)]
    [InlineData(3, 9, "l: must have at least 3 items below ten, not 2.")]
    [InlineData(0, 1, "l: must have at most 1 item below ten, not 2.")]
    public void MatchingItems_AreCounted(int minimum, int maximum, string? problem) => Assert.Equal(
        problem is null ? [] : [problem],
        Check((ref context) => context.Contains([1, 20, 3], minimum, maximum, "below ten", "L", "l", AtMostNine)).Select(result => result.ErrorMessage));

    [Fact]
    public void ANull_IsNoItemThatWasAskedFor() => Assert.Equal(
        "l: must have at least 1 item of some kind, not 0.",
        Fails((ref context) => context.Contains<string?>([null], 1, int.MaxValue, "of some kind", "L", "l", static (string? _, ref SchemaValidationContext _) => { })));

    [Fact]
    public void ANull_IsCounted_WhereItIsWhatWasAskedFor() => Assert.Equal(
        "l: must have at least 2 items equal to null, not 1.",
        Fails((ref context) => context.Contains<string?>(
            ["a", null], 2, int.MaxValue, "equal to null", "L", "l", static (string? value, ref SchemaValidationContext context) => context.FalseSchema(value is not null, "", ""), countsNull: true)));

    [Fact]
    public void AMember_IsFoundByItsName()
    {
        Assert.Equal("m[\"x y\"]: must be at most 9, not 30.", Fails((ref context) => context.Properties(s_members, "x y", "M", "m", AtMostNine)));
        Assert.Equal("m[\"z\"]: required, but not set.", Fails((ref context) => context.Required(s_members, "z", "M", "m")));
        Assert.True(Passes((ref context) =>
        {
            context.Properties(s_members, "z", "M", "m", AtMostNine);
            context.Required(s_members, "a", "M", "m");
        }));
    }

    [Fact]
    public void Members_AreFoundByPattern_AndTheOthersByWhatIsLeft()
    {
        Assert.Equal("m[\"n1\"]: must be at most 9, not 20.", Fails((ref context) => context.PatternProperties(s_members, s_pattern, "M", "m", AtMostNine)));
        Assert.Equal("m[\"x y\"]: must be at most 9, not 30.", Fails((ref context) => context.AdditionalProperties(s_members, ["a"], [s_pattern], "M", "m", AtMostNine)));
    }

    [Fact]
    public void WhatIsUnset_PassesAll() => Assert.True(Passes((ref context) =>
    {
        context.PrefixItems<int>(null, 0, "", "", AtMostNine);
        context.Items<int>(null, 0, "", "", AtMostNine);
        context.Contains<int>(null, 1, 1, "", "", "", AtMostNine);
        context.Required<int>(null, "a", "", "");
        context.Properties<int>(null, "a", "", "", AtMostNine);
        context.PatternProperties<int>(null, s_pattern, "", "", AtMostNine);
        context.AdditionalProperties<int>(null, [], [], "", "", AtMostNine);
    }));

    [Fact]
    public void ANameOnWhichAPatternTakesTooLong_IsRefused()
    {
        Dictionary<string, int> members = new() { [new string('a', 40) + "!"] = 20 };

        Assert.Equal(
            "map: must match the pattern ^(a+)+$, which took longer than 1 s to try.",
            Fails((ref context) => context.PatternProperties(members, EcmaPattern.Create("^(a+)+$"), "Map", "map", AtMostNine)));
    }

    private static void AtMostNine(int value, ref SchemaValidationContext context) => context.Maximum(value, 9, "", "");
}
