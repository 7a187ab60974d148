using System.Globalization;
using Evolink.Codegen.Patterns;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Patterns;

/// <summary>Which names a pattern speaks of is decided while code is generated: as the runtime would, and in counted steps.</summary>
public sealed class NamePatternTests
{
    public static TheoryData<string> Patterns =>
    [
        "", "a", "^a", "a$", "^a$", "^x-", "f.o", "f.*o", "^.*bar$", "[0-9]{2,}", "^[a-z]+$", "X_", "^(a|b)c?$", "^(?:ab|a)*$", "a{2}", "a{1,2}$", "^a??b", @"\d", @"^\w+$", @"^\W", @"\s", @"\S\D",
        "[^a]", "[^]", "[]", "[a-]", "[-a]", @"[\d-]", @"[\w.]", @"\.", @"x\-a", @"\x41", @"\u0041", @"^[\u0041-\u0043]$", "|a", "^$|b", "(a|aa)+b", "^(a*)*$", "((a|b)*c)+", "é", "^.$", "^😀$",
    ];

    private static readonly string[] s_names =
    [
        "", "a", "b", "aa", "ab", "abc", "ac", "foo", "faraway o", "foobar", "bar", "x-a", "xx-a", "X_", "A", "12", "a1", "٣", "a.b", "-", " ", "é", "😀", "aab", "cbc", "\n",
    ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void APattern_MatchesTheNamesThatItMatchesAtRunTime(string pattern) => Assert.Equal(
        s_names.Where(name => EcmaPattern.Create(pattern).IsMatch(name)),
        s_names.Where(name => new NamePattern(pattern).IsMatch(name) ?? throw new InvalidOperationException("It is not decided.")));

    [Theory]
    [InlineData("(?=a)")]
    [InlineData("(?<!a)b")]
    [InlineData("(?<n>a)")]
    [InlineData(@"(a)\1")]
    [InlineData(@"\ba")]
    [InlineData(@"\p{L}")]
    [InlineData("(")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("*")]
    [InlineData("a{")]
    [InlineData(@"\")]
    public void WhatElsePatternsCanSay_IsLeftUndecided(string pattern) => Assert.Null(new NamePattern(pattern).IsMatch("a"));

    [Fact]
    public void DeepGroups_AreLeftUndecided() => Assert.Null(new NamePattern(new string('(', 100_000)).IsMatch("a"));

    [Theory]
    [InlineData("^(a|aa|a)+(x1)?$", false)]
    [InlineData("^((a*)*)*b$", false)]
    [InlineData("(x{1000}){1000}a", false)]
    [InlineData("^(((((((a?){9}){9}){9}){9}){9}){9}){9}!$", null)]
    public void ACatastrophicPattern_IsGivenUpAfterSoManySteps(string pattern, bool? isMatch) =>
        Assert.Equal(isMatch, new NamePattern(pattern).IsMatch(new string('a', 40) + "?"));

    [Fact]
    public void AnUndecidedPatternBesideANamedMember_IsReportedWhereItStands()
    {
        Diagnostic diagnostic = Assert.Single(GeneratorHarness.Run(("a.yaml", Yaml.Thing(
            "type: object\nproperties: {name: {type: string}}\npatternProperties: {'^(?=n)': {maxLength: 3}}"))).Diagnostics);

        Assert.Equal("EVO1014", diagnostic.Id);
        Assert.Contains("'^(?=n)' where the member 'name'", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
