using System.Text.Json;
using System.Text.RegularExpressions;
using Evolink.Tests.Sample;
using static Evolink.Tests.Validation.Checking;

namespace Evolink.Tests.Validation;

public class RuleTests
{
    [Fact]
    public void ANull_PassesEveryRule_ButRequired() => Assert.True(Passes((ref failures) =>
    {
        failures.Constant((string?)null, "a", "", "");
        failures.Constant((long?)null, 1, "", "");
        failures.Constant((double?)null, 1, "", "");
        failures.Constant((bool?)null, true, "", "");
        failures.Known<SampleQuality>(null, SampleQuality.Known, "", "");
        failures.Known<SampleQuality>(default(SampleQuality), SampleQuality.Known, "", "");
        failures.MinLength((string?)null, 1, "", "");
        failures.MinLength((Uri?)null, 1, "", "");
        failures.MaxLength((string?)null, 0, "", "");
        failures.MaxLength((Uri?)null, 0, "", "");
        failures.Pattern((string?)null, new Regex("a"), "", "");
        failures.Format(null, StringFormat.Date, "", "");
        failures.AbsoluteUri((Uri?)null, "", "");
        failures.CallbackUrl((Uri?)null, "", "");
        failures.Minimum((long?)null, 1, "", "");
        failures.Minimum((double?)null, 1, "", "");
        failures.Maximum((long?)null, 1.5, "", "");
        failures.Maximum((decimal?)null, 1, "", "");
        failures.MultipleOf((double?)null, 1, "", "");
        failures.Finite(null, "", "");
        failures.MinItems(null, 1, "", "");
        failures.MaxItems(null, 0, "", "");
        failures.MinProperties(null, 1, "", "");
        failures.UniqueItems<int>(null, "", "");
        failures.NoAdditional<JsonElement>(null, "", "");
        failures.Model<SampleElement>(null, "", "");
        failures.Union<SampleLength>(null, "", "");
        failures.Each<int>(null, "", "", static (int _, ref ValidationFailures failures) => failures.Add("", "", "never"));
        failures.EachValue<int>(null, "", "", static (int _, ref ValidationFailures failures) => failures.Add("", "", "never"));
        failures.EachKey<int>(null, "", "", static (string _, ref ValidationFailures failures) => failures.Add("", "", "never"));
    }));

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("😀😀", 2)]
    [InlineData("e\u0301", 2)]
    public void ALength_IsCountedInCodePoints(string text, int length)
    {
        Assert.True(Passes((ref failures) => failures.MaxLength(text, length, "", "")));
        Assert.True(Passes((ref failures) => failures.MinLength(text, length, "", "")));
        Assert.False(Passes((ref failures) => failures.MinLength(text, length + 1, "", "")));
        Assert.Equal(length == 0, Passes((ref failures) => failures.MaxLength(text, 0, "", "")));
    }

    // Not in the table above: an attribute cannot hold half a pair.
    [Fact]
    public void HalfAPair_CountsAsOne()
    {
        string high = "\ud83d";
        string low = "\ude00";

        Assert.Equal([1, 2, 2, 2], new[] { high, low + high, high + high + low, high + low + low }.Select(TextLength.Of));
    }

    [Fact]
    public void APatternThatTakesTooLong_IsAFailureThatSaysSo()
    {
        Regex slow = new("^(a+)+$", RegexOptions.None, TimeSpan.FromMilliseconds(1));

        string message = Fails((ref failures) => failures.Pattern(new string('a', 40) + "b", slow, "Name", "name"));

        Assert.Equal("name: must match the pattern ^(a+)+$, which took longer than 0.001 s to try.", message);
    }

    [Fact]
    public void Constants_HaveOneValue()
    {
        Assert.Equal("a: must be 5, not 6.", Fails((ref failures) => failures.Constant(6L, 5L, "A", "a")));
        Assert.Equal("a: must be 0.5, not 0.6.", Fails((ref failures) => failures.Constant(0.6, 0.5, "A", "a")));
        Assert.Equal("a: must be true, not false.", Fails((ref failures) => failures.Constant(false, true, "A", "a")));
        Assert.True(Passes((ref failures) => failures.Constant(6, 6, "A", "a")));
    }

    [Fact]
    public void PropertyCounts_HaveBounds()
    {
        Assert.Equal("a: must have at least 1 member, not 0.", Fails((ref failures) => failures.MinProperties(0, 1, "A", "a")));
        Assert.Equal("a: must have at most 1 member, not 2.", Fails((ref failures) => failures.MaxProperties(2, 1, "A", "a")));
    }

    [Fact]
    public void AKeyWithQuotes_StaysReadable()
    {
        Dictionary<string, int> map = new() { ["a\"b\\"] = 1 };

        IReadOnlyList<System.ComponentModel.DataAnnotations.ValidationResult> results = Check((ref failures) =>
            failures.EachValue(map, "Map", "map", static (int value, ref ValidationFailures failures) => failures.Maximum(value, 0, "", "")));

        Assert.Equal(["""Map["a\"b\\"] | map["a\"b\\"]: must be at most 0, not 1."""], Lines(results));
    }

    [Fact]
    public void ThenAndElse_AreChosenByTheCondition()
    {
        static void Condition(int value, ref ValidationFailures failures) => failures.Minimum(value, 10, "", "");
        static void Then(int value, ref ValidationFailures failures) => failures.Add("Then", "then", "found");
        static void Else(int value, ref ValidationFailures failures) => failures.Add("Else", "else", "found");

        Assert.Equal("then: found.", Fails((ref failures) => failures.If(10, Condition, Then, Else)));
        Assert.Equal("else: found.", Fails((ref failures) => failures.If(9, Condition, Then, Else)));
        Assert.True(Passes((ref failures) => failures.If(9, Condition, Then, null)));
        Assert.True(Passes((ref failures) => failures.If(10, Condition, null, Else)));
    }

    [Fact]
    public void BranchesInsideBranches_StayQuiet()
    {
        static void Inner(int value, ref ValidationFailures failures) =>
            failures.AnyOf(value, "an even number", "", "", static (int v, ref ValidationFailures f) => f.MultipleOf(v, 2, "", ""));

        Assert.True(Passes((ref failures) => failures.Not(3, "no even number", "A", "a", Inner)));
        Assert.Equal("a: expected no even number.", Fails((ref failures) => failures.Not(4, "no even number", "A", "a", Inner)));
        Assert.Equal("a: expected one.", Fails((ref failures) => failures.OneOf(4, "one", "A", "a", Inner, Inner)).Replace(", exactly one of them; 2 hold", "", StringComparison.Ordinal));
    }
}
