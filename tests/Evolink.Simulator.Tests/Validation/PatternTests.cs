using Evolink.Simulation.Validation;

namespace Evolink.Tests;

/// <summary>Where ECMA-262 and .NET read a pattern differently.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData("^a$", "a\n", false)]
    [InlineData("^\\d+$", "٣", false)]
    [InlineData("^[\\d-]+$", "1-2", true)]
    [InlineData("^\\w$", "é", false)]
    [InlineData("^\\s$", "\u00a0", true)]
    [InlineData("^\\s$", "\u0085", false)]
    [InlineData("^\\S$", "a", true)]
    [InlineData("^.$", "😀", true)]
    [InlineData("^.$", "\u2028", false)]
    [InlineData("^\\u{1F600}$", "😀", true)]
    [InlineData("^\\p{Letter}\\P{gc=Lu}$", "aπ", true)]
    [InlineData("^[a-z-[aeiou]]$", "b]", true)]
    [InlineData("^\\/a\\-b$", "/a-b", true)]
    [InlineData("^(?<year>[0-9]{4})$", "2026", true)]
    [InlineData("^(image|video)[1-9][0-9]*$", "image10", true)]
    [InlineData("^(image|video)[1-9][0-9]*$", "image01", false)]
    public void Patterns_MatchAsInEcmaScript(string pattern, string text, bool matches) =>
        Assert.Equal(matches, EcmaRegex.For(pattern)!.IsMatch(text));

    [Fact]
    public void WhatIsNoPattern_IsNull() => Assert.Null(EcmaRegex.For("["));
}
