using Evolink.Codegen.Constraints;

namespace Evolink.Codegen.Tests.Modeling;

/// <summary>A pattern that passes here must be one to the runtime: its field is set when the type is first used, and cannot fail then.</summary>
public sealed class PatternTests
{
    public static TheoryData<string> Patterns =>
    [
        "^[a-z]+$", @"^image[1-9]\d*$", "", "(", ")", "[", "]", "[]", "[^]", "a{2,1}", "a{2", "{", "}", "a**", "*", "+", "?", "\\", @"\/", @"\-", @"[\w-]", @"[a-\d]", @"[z-a]",
        @"\u{1F600}", @"\u{110000}", @"\u0041", @"\u00", @"\x41", @"\x4", @"\cA", @"\c", @"\p{L}", @"\p{Lu}", @"\p{Script=Greek}", @"\p{Letter}", @"[\p{Letter}\P{gc=Nd}]", @"\p{IsGreek}", @"\P{L}", @"\p{Nonsense}", @"\pL",
        "(?<name>a)\\k<name>", @"\k<name>", "(?<=a)b", "(?<!a)b", "(?=a)", "(?:a)", "(?i)a", "(?i:a)", "(?#c)", "(?>a)", "(?'n'a)", @"\1", @"(a)\1", @"(a)\2", @"\0", @"\01",
        @"\A", @"\Z", @"\z", @"\G", @"\a", @"\e", @"\h", @"\_", @"\ ", @"[\b]", @"\b", @"\B", "[[:alpha:]]", "[a-z-[aeiou]]", "^(a+)+$", "a|", "|", "x{1,99999999999}", "$^", ".", "\n", "#", " ",
    ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void APatternThatIsEmitted_IsOneToTheRuntime(string pattern)
    {
        if (EcmaPatterns.Problem(pattern) is null)
        {
            Assert.Equal(pattern, EcmaPattern.Create(pattern).ToString());
        }
    }

    [Theory]
    [InlineData(@"^\p{Letter}+$", true)]
    [InlineData(@"[\p{Lu}\p{gc=Decimal_Number}]", true)]
    [InlineData(@"\p{IsGreek}", false)]
    [InlineData(@"\p{Script=Greek}", false)]
    public void AGeneralCategory_IsKnownByAllItsNames(string pattern, bool isKnown) => Assert.Equal(isKnown, EcmaPatterns.Problem(pattern) is null);
}
