using System.Text.RegularExpressions;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Patterns;
using Evolink.Tests.Patterns;

namespace Evolink.Codegen.Tests.Patterns;

/// <summary>What the generator accepts the client runs as JavaScript does, and what it refuses nobody runs. The simulator has the same tests.</summary>
public sealed class EcmaScriptTests
{
    [Fact]
    public void WhatTheGeneratorAccepts_MatchesInTheClientAsInJavaScript() => Assert.All(
        EcmaScriptTable.Matches.GroupBy(row => row.Pattern),
        rows =>
        {
            Assert.Null(EcmaPatterns.Problem(rows.Key));
            Regex regex = EcmaPattern.Create(rows.Key);
            Assert.All(rows, row => Assert.Equal(row.IsMatch, regex.IsMatch(row.Text)));
        });

    [Fact]
    public void WhatTheGeneratorRefuses_TheClientRefuses() => Assert.All(EcmaScriptTable.Refused, pattern =>
    {
        Assert.Matches(" at character [0-9]+", EcmaPatterns.Problem(pattern));
        Assert.Throws<ArgumentException>(() => EcmaPattern.Create(pattern));
        Assert.Null(new NamePattern(pattern).IsMatch("a"));
    });

    [Fact]
    public void WhatIsDecidedWhileCodeIsGenerated_IsDecidedAsInJavaScript()
    {
        var decided = EcmaScriptTable.Matches.Where(row => new NamePattern(row.Pattern).IsMatch(row.Text) is not null).ToList();

        Assert.True(decided.Count > 800, $"Only {decided.Count} rows of the table are decided.");
        Assert.All(decided, row => Assert.Equal(row.IsMatch, new NamePattern(row.Pattern).IsMatch(row.Text)));
    }

    [Theory]
    [InlineData("a(b", "a group is not closed, which begins at character 2.")]
    [InlineData("a)", "a group is closed that was not opened at character 2.")]
    [InlineData("ab[c", "a class of characters is not closed, which begins at character 3.")]
    [InlineData("[z-a]", "a range of characters runs backwards at character 4.")]
    [InlineData("a{2,1}", "more repetitions are asked for than are allowed at character 2.")]
    [InlineData("a**", "there is nothing to repeat at character 3.")]
    [InlineData(@"ab\10", "there is no such group as is referred to at character 3.")]
    [InlineData(@"a\A", "ECMA-262 knows no such escape at character 2.")]
    [InlineData("a(?i)", "ECMA-262 knows no such group at character 2.")]
    [InlineData("(?<n>a)(?<n>b)", "there is a second group of the name 'n' at character 8.")]
    [InlineData(@"\p{IsGreek}", "the property 'IsGreek' is none of the general categories, which are what is supported, at character 1.")]
    public void WhatIsNoPattern_IsReportedWithItsPlace(string pattern, string problem) => Assert.Equal(problem, EcmaPatterns.Problem(pattern));

    // Not in the table: the standard goes on by whole characters (AdvanceStringIndex), Node.js looks between the halves here.
    [Theory]
    [InlineData(@"(?<!^)(?!$)")]
    [InlineData(@"(?!^)\B(?!$)")]
    public void AnEmptyMatch_IsNotFoundWithinAPair(string pattern)
    {
        Assert.DoesNotMatch(EcmaPattern.Create(pattern), "😀");
        Assert.Matches(EcmaPattern.Create(pattern), "éé");
    }

    [Fact]
    public void GroupsNestedTooDeeply_AreRefusedByAll()
    {
        string deep = new string('(', 100_000) + new string(')', 100_000);

        Assert.Equal("groups are nested too deeply at character 201.", EcmaPatterns.Problem(deep));
        Assert.Throws<ArgumentException>(() => EcmaPattern.Create(deep));
        Assert.Null(EcmaPatterns.Problem(new string('(', 200) + new string(')', 200)));
        Assert.Matches(EcmaPattern.Create(new string('(', 200) + new string(')', 200)), "");
    }
}
