using System.ComponentModel.DataAnnotations;
using Evolink.Tests.Sample;

namespace Evolink.Tests.Validation;

/// <summary>The attributes say what the generated code says: the same values through Validator and through TryValidate.</summary>
public class AttributeAgreementTests
{
    private static readonly SampleRequest s_valid = Samples.Valid() with { VideoUrls = null, Seed = null };

    private static readonly Dictionary<string, SampleRequest> s_requests = new SampleRequest[]
    {
        s_valid,
        s_valid with { Model = "" },
        s_valid with { Model = "other" },
        s_valid with { Model = null! },
        s_valid with { ImageUrls = null! },
        s_valid with { ImageUrls = [] },
        s_valid with { ImageUrls = [new("https://1.example"), new("https://2.example"), new("https://3.example")] },
        s_valid with { ImageUrls = [new("https://1.example"), new("https://2.example"), new("https://3.example"), new("https://4.example")] },
        s_valid with { Prompt = null },
        s_valid with { Prompt = "" },
        s_valid with { Prompt = new string('x', 2500) },
        s_valid with { Prompt = new string('x', 2501) },
        s_valid with { Prompt = string.Concat(Enumerable.Repeat("😀", 2500)) },
        s_valid with { Prompt = string.Concat(Enumerable.Repeat("😀", 2501)) },
        s_valid with { Name = "" },
        s_valid with { Name = "a\n" },
        s_valid with { Name = "a-1" },
        s_valid with { Name = "A" },
        s_valid with { Quality = null },
        s_valid with { Quality = default(SampleQuality) },
        s_valid with { Quality = "1080p" },
        s_valid with { Quality = "1080P" },
        s_valid with { Quality = "" },
        s_valid with { Duration = 3 },
        s_valid with { Duration = 2 },
        s_valid with { Duration = 30 },
        s_valid with { Duration = 31 },
        s_valid with { Seed = 0 },
        s_valid with { Seed = -1 },
        s_valid with { Seed = 4294967295 },
        s_valid with { Seed = 4294967296 },
        s_valid with { Seed = long.MaxValue },
        s_valid with { Strength = 0 },
        s_valid with { Strength = 0.1 },
        s_valid with { Strength = 1 },
        s_valid with { Strength = 1.1 },
        s_valid with { Strength = double.NaN },
        s_valid with { Strength = double.PositiveInfinity },
        s_valid with { Price = 9.99m },
        s_valid with { Price = 9.990000000000000000000000001m },
        s_valid with { Price = decimal.MinValue },
        s_valid with { CallbackUrl = null },
        s_valid with { CallbackUrl = new("https://127.1/") },
        s_valid with { CallbackUrl = new("/relative", UriKind.Relative) },
    }.Index().ToDictionary(pair => $"{pair.Index}", pair => pair.Item);

    public static TheoryData<string> Rows => [.. s_requests.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void AttributesAndGeneratedCode_BlameTheSameMembers(string row)
    {
        SampleRequest request = s_requests[row];
        List<ValidationResult> byAttributes = [];

        Validator.TryValidateObject(request, new ValidationContext(request), byAttributes, validateAllProperties: true);
        request.TryValidate(out IReadOnlyList<ValidationResult> byCode);

        Assert.Equal(Members(byCode), Members(byAttributes));
    }

    [Fact]
    public void TheTable_HasBothKindsForEveryAttribute()
    {
        string[] blamed = [.. s_requests.Values.SelectMany(request =>
        {
            request.TryValidate(out IReadOnlyList<ValidationResult> results);
            return Members(results);
        }).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(["CallbackUrl", "Duration", "ImageUrls", "Model", "Name", "Price", "Prompt", "Quality", "Seed", "Strength"], blamed);
    }

    [Theory]
    [InlineData(4294967296L, 0L, 4294967295L)]
    [InlineData(9007199254740993L, 0L, 9007199254740992L)]
    public void ALongRange_DoesNotRound(long value, long minimum, long maximum) =>
        Assert.False(new NumberRangeAttribute(minimum, maximum).IsValid(value));

    [Fact]
    public void ARange_TakesEveryKindOfNumber_AndIsExact()
    {
        Assert.False(new NumberRangeAttribute(0d, 9007199254740992d).IsValid(9007199254740993L));
        Assert.True(new NumberRangeAttribute(0, 10).IsValid(10.0));
        Assert.False(new NumberRangeAttribute(0, 10).IsValid(10.000000000000002));
        Assert.True(new NumberRangeAttribute("0.1", "0.3").IsValid(0.3));
        Assert.False(new NumberRangeAttribute("0.1", "0.3").IsValid(0.30000000000000004));
        Assert.True(new NumberRangeAttribute("", "18446744073709551615").IsValid(long.MaxValue));
        Assert.False(new NumberRangeAttribute("9223372036854775807.5", "").IsValid(long.MaxValue));
        Assert.False(new NumberRangeAttribute(0, 10) { ExclusiveMinimum = true }.IsValid(0L));
        Assert.False(new NumberRangeAttribute(0L, 10L) { ExclusiveMaximum = true }.IsValid(10m));
        Assert.True(new NumberRangeAttribute(int.MinValue, 10).IsValid(long.MinValue));
        Assert.True(new NumberRangeAttribute(0d, double.PositiveInfinity).IsValid(decimal.MaxValue));
        Assert.False(new NumberRangeAttribute(0, 10).IsValid("ten"));
        Assert.True(new NumberRangeAttribute(0, 10).IsValid(null));
    }

    [Fact]
    public void Values_AreComparedAsTheyAreSent()
    {
        Assert.True(new KnownValuesAttribute(4, 6, 8).IsValid(6L));
        Assert.False(new KnownValuesAttribute(4, 6, 8).IsValid(5));
        Assert.True(new KnownValuesAttribute(0.5).IsValid(0.5));
        Assert.True(new KnownValuesAttribute(true).IsValid(true));
        Assert.True(new TextLengthAttribute(24).IsValid(new Uri("https://example.com/%41")));
        Assert.False(new TextLengthAttribute(5) { MinimumLength = 2 }.IsValid("😀"));
    }

    [Fact]
    public void Messages_NameTheFieldAndWhatIsAllowed()
    {
        using CultureScope _ = new("de-DE");

        Assert.Equal("The field Seed must be at least 0 and less than 1.5.", new NumberRangeAttribute(0, 1.5) { ExclusiveMaximum = true }.FormatErrorMessage("Seed"));
        Assert.Equal("The field Seed must be at most 5.", new NumberRangeAttribute(int.MinValue, 5).FormatErrorMessage("Seed"));
        Assert.Equal("The field Quality must be one of 720p, 1080p.", new KnownValuesAttribute("720p", "1080p").FormatErrorMessage("Quality"));
        Assert.Equal("The field ImageUrls must have 1 to 3 items.", new ItemCountAttribute { Minimum = 1, Maximum = 3 }.FormatErrorMessage("ImageUrls"));
        Assert.Contains(@"^[^]\u{1F600}$", new PatternAttribute(@"^[^]\u{1F600}$").FormatErrorMessage("Name"), StringComparison.Ordinal);
        Assert.Contains("2500", new TextLengthAttribute(2500).FormatErrorMessage("Prompt"), StringComparison.Ordinal);
        Assert.Equal("Seed: 0..5", new NumberRangeAttribute(0, 5) { ErrorMessage = "{0}: {1}..{2}" }.FormatErrorMessage("Seed"));
    }

    [Fact]
    public void ToolsFindTheStockAttributes()
    {
        Assert.Equal(4294967295L, new NumberRangeAttribute(0L, 4294967295L).Maximum);
        Assert.IsAssignableFrom<RangeAttribute>(new NumberRangeAttribute(0, 1));
        Assert.IsAssignableFrom<StringLengthAttribute>(new TextLengthAttribute(1));
        Assert.IsAssignableFrom<RegularExpressionAttribute>(new PatternAttribute("a"));
        Assert.Equal(["a", "b"], Assert.IsAssignableFrom<AllowedValuesAttribute>(new KnownValuesAttribute("a", "b")).Values);
    }

    private static IEnumerable<string> Members(IEnumerable<ValidationResult> results) => results
        .SelectMany(result => result.MemberNames)
        .Distinct()
        .Order(StringComparer.Ordinal);
}
