using System.Text.Json;
using System.Text.RegularExpressions;
using Evolink.Runtime.Validation;
using Evolink.Tests.Sample;
using static Evolink.Tests.Validation.Checking;

namespace Evolink.Tests.Validation;

public class RuleTests
{
    [Fact]
    public void ANull_PassesEveryRule_ButRequired() => Assert.True(Passes((ref context) =>
    {
        context.Const((string?)null, "a", "", "");
        context.Const((long?)null, 1, "", "");
        context.Const((double?)null, 1, "", "");
        context.Const((bool?)null, true, "", "");
        context.Enum<SampleQuality>(null, SampleQuality.Known, "", "");
        context.Enum<SampleQuality>(default(SampleQuality), SampleQuality.Known, "", "");
        context.MinLength((string?)null, 1, "", "");
        context.MinLength((Uri?)null, 1, "", "");
        context.MaxLength((string?)null, 0, "", "");
        context.MaxLength((Uri?)null, 0, "", "");
        context.Pattern((string?)null, new Regex("a"), "", "");
        context.Format(null, StringFormat.Date, "", "");
        context.AbsoluteUri((Uri?)null, "", "");
        context.CallbackUrl((Uri?)null, "", "");
        context.Minimum((long?)null, 1, "", "");
        context.Minimum((double?)null, 1, "", "");
        context.Maximum((long?)null, 1.5, "", "");
        context.Maximum((decimal?)null, 1, "", "");
        context.MultipleOf((double?)null, 1, "", "");
        context.Finite(null, "", "");
        context.MinItems(null, 1, "", "");
        context.MaxItems(null, 0, "", "");
        context.MinProperties(null, 1, "", "");
        context.UniqueItems<int>(null, "", "");
        context.NoAdditionalProperties<JsonElement>(null, "", "");
        context.Ref<SampleElement>(null, "", "");
        context.Ref<SampleLength>(null, "", "");
        context.Items<int>(null, "", "", static (int _, ref SchemaValidationContext context) => context.Add("", "", "never"));
        context.AdditionalProperties<int>(null, "", "", static (int _, ref SchemaValidationContext context) => context.Add("", "", "never"));
        context.PropertyNames<int>(null, "", "", static (string _, ref SchemaValidationContext context) => context.Add("", "", "never"));
    }));

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("😀😀", 2)]
    [InlineData("e\u0301", 2)]
    public void ALength_IsCountedInCodePoints(string text, int length)
    {
        Assert.True(Passes((ref context) => context.MaxLength(text, length, "", "")));
        Assert.True(Passes((ref context) => context.MinLength(text, length, "", "")));
        Assert.False(Passes((ref context) => context.MinLength(text, length + 1, "", "")));
        Assert.Equal(length == 0, Passes((ref context) => context.MaxLength(text, 0, "", "")));
    }

    // Not in the table above: an attribute cannot hold half a pair.
    [Fact]
    public void HalfAPair_CountsAsOne()
    {
        string high = "\ud83d";
        string low = "\ude00";

        Assert.Equal([1, 2, 2, 2], new[] { high, low + high, high + high + low, high + low + low }.Select(TextLength.Count));
    }

    [Fact]
    public void APatternThatTakesTooLong_IsAFailureThatSaysSo()
    {
        Regex slow = new("^(a+)+$", RegexOptions.None, TimeSpan.FromMilliseconds(1));

        string message = Fails((ref context) => context.Pattern(new string('a', 40) + "b", slow, "Name", "name"));

        Assert.Equal("name: must match the pattern ^(a+)+$, which took longer than 0.001 s to try.", message);
    }

    [Fact]
    public void Constants_HaveOneValue()
    {
        Assert.Equal("a: must be 5, not 6.", Fails((ref context) => context.Const(6L, 5L, "A", "a")));
        Assert.Equal("a: must be 0.5, not 0.6.", Fails((ref context) => context.Const(0.6, 0.5, "A", "a")));
        Assert.Equal("a: must be true, not false.", Fails((ref context) => context.Const(false, true, "A", "a")));
        Assert.True(Passes((ref context) => context.Const(6, 6, "A", "a")));
    }

    [Fact]
    public void PropertyCounts_HaveBounds()
    {
        Assert.Equal("a: must have at least 1 member, not 0.", Fails((ref context) => context.MinProperties(0, 1, "A", "a")));
        Assert.Equal("a: must have at most 1 member, not 2.", Fails((ref context) => context.MaxProperties(2, 1, "A", "a")));
    }

    [Fact]
    public void AKeyWithQuotes_StaysReadable()
    {
        Dictionary<string, int> map = new() { ["a\"b\\"] = 1 };

        IReadOnlyList<System.ComponentModel.DataAnnotations.ValidationResult> results = Check((ref context) =>
            context.AdditionalProperties(map, "Map", "map", static (int value, ref SchemaValidationContext context) => context.Maximum(value, 0, "", "")));

        Assert.Equal(["""Map["a\"b\\"] | map["a\"b\\"]: must be at most 0, not 1."""], Lines(results));
    }

    [Fact]
    public void ThenAndElse_AreChosenByTheCondition()
    {
        static void Condition(int value, ref SchemaValidationContext context) => context.Minimum(value, 10, "", "");
        static void Then(int value, ref SchemaValidationContext context) => context.Add("Then", "then", "found");
        static void Else(int value, ref SchemaValidationContext context) => context.Add("Else", "else", "found");

        Assert.Equal("then: found.", Fails((ref context) => context.If(10, Condition, Then, Else)));
        Assert.Equal("else: found.", Fails((ref context) => context.If(9, Condition, Then, Else)));
        Assert.True(Passes((ref context) => context.If(9, Condition, Then, null)));
        Assert.True(Passes((ref context) => context.If(10, Condition, null, Else)));
    }

    [Fact]
    public void BranchesInsideBranches_StayQuiet()
    {
        static void Inner(int value, ref SchemaValidationContext context) =>
            context.AnyOf(value, "an even number", "", "", static (int v, ref SchemaValidationContext f) => f.MultipleOf(v, 2, "", ""));

        Assert.True(Passes((ref context) => context.Not(3, "no even number", "A", "a", Inner)));
        Assert.Equal("a: expected no even number.", Fails((ref context) => context.Not(4, "no even number", "A", "a", Inner)));
        Assert.Equal("a: expected one.", Fails((ref context) => context.OneOf(4, "one", "A", "a", Inner, Inner)).Replace(", exactly one of them; 2 hold", "", StringComparison.Ordinal));
    }
}
