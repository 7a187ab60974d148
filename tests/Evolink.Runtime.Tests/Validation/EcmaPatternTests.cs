using System.Text.RegularExpressions;

namespace Evolink.Tests.Validation;

public class EcmaPatternTests
{
    [Theory]
    // The end is the end, also before a last newline; the start is the start.
    [InlineData("^a$", "a", true)]
    [InlineData("^a$", "a\n", false)]
    [InlineData("^a$", "b\na\nb", false)]
    [InlineData("a", "bab", true)]
    [InlineData("", "", true)]
    // Digits, words and blanks are ECMA's.
    [InlineData(@"^\d$", "7", true)]
    [InlineData(@"^\d$", "٣", false)]
    [InlineData(@"^\D$", "٣", true)]
    [InlineData(@"^\w+$", "aZ_9", true)]
    [InlineData(@"^\w$", "é", false)]
    [InlineData(@"^\W$", "é", true)]
    [InlineData(@"^\s$", "\ufeff", true)]
    [InlineData(@"^\s$", "\u0085", false)]
    [InlineData(@"^\S$", "\u0085", true)]
    [InlineData(@"^\s+$", " \t\n\v\f\r\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000", true)]
    [InlineData(@"^\S$", "\ufeff", false)]
    // The same inside of classes, negated ones too.
    [InlineData(@"^[\d_]+$", "1_", true)]
    [InlineData(@"^[\d_]+$", "٣", false)]
    [InlineData(@"^[^\d]$", "٣", true)]
    [InlineData(@"^[\D]$", "1", false)]
    [InlineData(@"^[\W\d]$", "5", true)]
    [InlineData(@"^[\W\d]$", "a", false)]
    [InlineData(@"^[^\W]$", "a", true)]
    [InlineData(@"^[\s\S]$", "😀", true)]
    [InlineData(@"^[^\s\S]$", "a", false)]
    // Empty classes.
    [InlineData("^[^]$", "\n", true)]
    [InlineData("^[^]$", "😀", true)]
    [InlineData("[]", "a", false)]
    [InlineData("^a[]*$", "a", true)]
    // A class's own signs.
    [InlineData(@"^[a\-z]+$", "-", true)]
    [InlineData(@"^[a\-z]+$", "b", false)]
    [InlineData("^[a-]+$", "a-", true)]
    [InlineData("^[-a]+$", "a-", true)]
    [InlineData(@"^[\w-]+$", "a-b", true)]
    [InlineData(@"^[\w-.]+$", "a-.", true)]
    [InlineData(@"^[\]\[]+$", "[]", true)]
    [InlineData("^[[]$", "[", true)]
    [InlineData(@"^[\b]$", "\b", true)]
    [InlineData("^[.$^]+$", "^$.", true)]
    // The dot stops at every line end, and takes a whole character.
    [InlineData("^.$", "\u2028", false)]
    [InlineData("^.$", "\r", false)]
    [InlineData("^.$", "\u0085", true)]
    [InlineData("^.$", "😀", true)]
    [InlineData("^..$", "😀", false)]
    [InlineData("^.{2}$", "😀é", true)]
    // Characters beyond the first plane.
    [InlineData("^😀+$", "😀😀", true)]
    [InlineData("^[😀-😂]$", "😁", true)]
    [InlineData("^[😀-😂]$", "😃", false)]
    [InlineData("^[^😀]$", "😁", true)]
    [InlineData("^[^😀]$", "😀", false)]
    [InlineData("[^😀]", "😀", false)]
    [InlineData("^[^a]{2}$", "😀", false)]
    [InlineData(@"^[\u{10000}-\u{10FFFF}]$", "\U0010ABCD", true)]
    [InlineData(@"^[\u{1F0FF}-\u{20001}]$", "\U0001F600", true)]
    [InlineData(@"^[\u{1F0FF}-\u{20001}]$", "\U00020002", false)]
    [InlineData(@"(?<=^[^a])b", "😀b", true)]
    // Escapes.
    [InlineData(@"^\u{1F600}$", "😀", true)]
    [InlineData(@"^\u{61}$", "a", true)]
    [InlineData(@"^\u0061$", "a", true)]
    [InlineData(@"^\ud83d\ude00$", "😀", true)]
    [InlineData(@"^[\ud83d\ude00]$", "😀", true)]
    [InlineData(@"^\x41\t\n\v\f\r\0$", "A\t\n\v\f\r\0", true)]
    [InlineData(@"^\cJ$", "\n", true)]
    [InlineData(@"^[\ca]$", "\u0001", true)]
    [InlineData(@"^https?:\/\/$", "https://", true)]
    [InlineData(@"^\.\*\{\}\(\)\|\^\$\@$", ".*{}()|^$@", true)]
    [InlineData("^# a$", "# a", true)]
    // Word boundaries are of ECMA's words.
    [InlineData(@"\bé", "aé", true)]
    [InlineData(@"^a\b", "a b", true)]
    [InlineData(@"^a\Bb", "ab", true)]
    [InlineData(@"^a\bb", "ab", false)]
    // Groups and references.
    [InlineData(@"^(a)(?<n>b)(c)\3\2\1$", "abccba", true)]
    [InlineData(@"^(?<year>\d{4})-\k<year>$", "2026-2026", true)]
    [InlineData(@"^(?<year>\d{4})-\k<year>$", "2026-2027", false)]
    [InlineData(@"^\k<n>(?<n>a)$", "a", true)]
    [InlineData(@"^(?:(a)|b)\1c$", "bc", true)]
    [InlineData(@"^(?:a|b)+$", "abba", true)]
    [InlineData(@"^(?=.*\d)(?!.*\s).+$", "a1", true)]
    [InlineData(@"(?<!a)b$", "ab", false)]
    [InlineData(@"^[(](a)\1$", "(aa", true)]
    // Quantifiers, and braces that are none.
    [InlineData("^a{2,3}$", "aaa", true)]
    [InlineData("^a{2,}?$", "aa", true)]
    [InlineData("^a{0,99999999999}$", "aaaa", true)]
    [InlineData("^a{,3}$", "a{,3}", true)]
    [InlineData("^{a}$", "{a}", true)]
    [InlineData("^(image|video)[1-9][0-9]*$", "image01", false)]
    // Properties.
    [InlineData(@"^\p{L}+$", "aéж中", true)]
    [InlineData(@"^\p{Lu}$", "é", false)]
    [InlineData(@"^\p{Letter}$", "𝒳", true)]
    [InlineData(@"^[\p{gc=Nd}_]+$", "٣_", true)]
    [InlineData(@"^\P{General_Category=Letter}$", "1", true)]
    [InlineData(@"^[^\p{L}]$", "𝒳", false)]
    [InlineData(@"^\p{ASCII}$", "é", false)]
    [InlineData(@"^\p{Any}$", "😀", true)]
    public void APattern_MatchesAsInEcmaScript(string pattern, string text, bool isMatch) =>
        Assert.Equal(isMatch, EcmaPattern.Create(pattern).IsMatch(text));

    // Not in the table above: an attribute cannot hold half a pair.
    [Fact]
    public void HalfAPair_IsOneCharacter()
    {
        string high = "\ud83d";
        string low = "\ude00";

        Assert.Matches(EcmaPattern.Create("^.$"), high);
        Assert.Matches(EcmaPattern.Create("^.$"), low);
        Assert.Matches(EcmaPattern.Create("^[^a]{2}$"), low + high);
        Assert.Matches(EcmaPattern.Create(@"^\ud83d\u0061$"), high + "a");
        Assert.Matches(EcmaPattern.Create(@"^[\ud800-\udbff]$"), high);
        Assert.DoesNotMatch(EcmaPattern.Create(@"[\ud800-\udbff]"), high + low);
        Assert.DoesNotMatch(EcmaPattern.Create(@"[\udc00-\udfff]"), high + low);
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("[a")]
    [InlineData("a**")]
    [InlineData("*")]
    [InlineData("[z-a]")]
    [InlineData("a{2,1}")]
    [InlineData(@"\")]
    [InlineData(@"[\")]
    [InlineData(@"\1")]
    [InlineData(@"\k<n>")]
    [InlineData(@"(a)\2")]
    [InlineData(@"\A")]
    [InlineData(@"\z")]
    [InlineData(@"\c1")]
    [InlineData(@"\x4")]
    [InlineData(@"\u12")]
    [InlineData(@"\u{110000}")]
    [InlineData(@"\u{FFFFFFFF}")]
    [InlineData(@"\u{}")]
    [InlineData(@"\u{61")]
    [InlineData(@"\p{Script=Latin}")]
    [InlineData(@"\pL")]
    [InlineData("(?i)a")]
    [InlineData("(?>a)")]
    [InlineData("(?<n")]
    public void WhatIsNoEcmaPattern_IsAnArgumentException(string pattern) =>
        Assert.ThrowsAny<ArgumentException>(() => EcmaPattern.Create(pattern));

    [Fact]
    public void APattern_ShowsItselfAsItWasWritten_AndHasATimeout()
    {
        Regex regex = EcmaPattern.Create(@"^\d$");

        Assert.Equal(@"^\d$", regex.ToString());
        Assert.Equal(TimeSpan.FromSeconds(1), regex.MatchTimeout);
        Assert.Equal(RegexOptions.CultureInvariant, regex.Options);
    }
}
