using System.ComponentModel.DataAnnotations;
using static Evolink.Tests.Validation.Checking;

namespace Evolink.Tests.Validation;

public class PixelSizeTests
{
    [Theory]
    [InlineData("1280x720", true)]
    [InlineData("1281x720", false)]
    [InlineData("1280x721", false)]
    [InlineData("16x16", true)]
    [InlineData("8x16", false)]
    [InlineData("16x8", false)]
    [InlineData("10000000000000000000000001x16", false)]
    public void TheSides_AreMultiples(string size, bool passes) => AssertPasses(passes, size, new() { MultipleOf = 16 }, (ref context) => context.PixelSize(size, "", "", multipleOf: 16));

    [Theory]
    [InlineData("10000000000000000000000000x16")]
    [InlineData("16x10000000000000000000000000")]
    public void ASideOfManyDigits_IsAMultipleDigitByDigit(string size) => AssertPasses(true, size, new() { MultipleOf = 8 }, (ref context) => context.PixelSize(size, "", "", multipleOf: 8));

    [Theory]
    [InlineData("100x200", true)]
    [InlineData("99x150", false)]
    [InlineData("150x99", false)]
    [InlineData("201x150", false)]
    [InlineData("150x201", false)]
    [InlineData("4294967396x150", false)] // 150 in 32 bits
    [InlineData("18446744073709551766x150", false)] // 150 in 64 bits
    public void TheSides_AreWithinBounds(string size, bool passes) =>
        AssertPasses(passes, size, new() { MinSide = 100, MaxSide = 200 }, (ref context) => context.PixelSize(size, "", "", minSide: 100, maxSide: 200));

    [Theory]
    [InlineData("65536x65536", true)]
    [InlineData("65536x65537", false)]
    [InlineData("1x4294967295", false)]
    [InlineData("1000000000000000000000x1", false)]
    [InlineData("4294967296x4294967296", false)] // 0 in 64 bits
    [InlineData("65536x1", false)]
    public void ThePixels_AreWithinBoundsBeyond32Bits(string size, bool passes) =>
        AssertPasses(passes, size, new() { MinPixels = 4294967296, MaxPixels = 4294967296 }, (ref context) => context.PixelSize(size, "", "", minPixels: 4294967296, maxPixels: 4294967296));

    [Theory]
    [InlineData("400x1000", true)]
    [InlineData("399x1000", false)]
    [InlineData("2500x1000", true)]
    [InlineData("2501x1000", false)]
    [InlineData("1000000000000000000000x1", false)]
    [InlineData("1x1000000000000000000000", false)]
    public void TheAspect_IsWithinBounds(string size, bool passes) =>
        AssertPasses(passes, size, new() { MinAspect = 0.4, MaxAspect = 2.5 }, (ref context) => context.PixelSize(size, "", "", minAspect: 0.4m, maxAspect: 2.5m));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("auto")]
    [InlineData("16:9")]
    [InlineData("10X10")]
    [InlineData("10×10")]
    [InlineData("10x")]
    [InlineData("x10")]
    [InlineData("0x10")]
    [InlineData("010x10")]
    [InlineData("10x10x10")]
    [InlineData(" 10x10")]
    [InlineData("10x10\n")]
    [InlineData("-10x10")]
    [InlineData("10.5x10")]
    [InlineData("１０x10")]
    [InlineData("\ud83dx10")]
    [InlineData(null)]
    public void AnyOtherText_Passes(string? text) => AssertPasses(true, text, new() { MinSide = 1000 }, (ref context) => context.PixelSize(text, "", "", minSide: 1000));

    [Fact]
    public void AFailure_SaysTheLimitAndTheSize()
    {
        Assert.Equal("size: must have at most 8294400 pixels, not '3840x2176'.", Fails((ref context) => context.PixelSize("3840x2176", "Size", "size", maxPixels: 8294400)));
        Assert.Equal("size: must be at least 0.4 wide for 1 high, not '1x3'.", Fails((ref context) => context.PixelSize("1x3", "Size", "size", minAspect: 0.4m)));

        Form form = new() { Size = "8x8" };
        List<ValidationResult> results = [];
        Assert.False(Validator.TryValidateObject(form, new ValidationContext(form), results, validateAllProperties: true));
        Assert.Equal(("The field Size must have sides of at least 16 pixels, not '8x8'.", "Size"), (results[0].ErrorMessage, Assert.Single(results[0].MemberNames)));
    }

    [Fact]
    public void TheAttribute_TakesAMessageOfItsOwn() =>
        Assert.Equal("Too small: Size", new PixelSizeAttribute { MinSide = 16, ErrorMessage = "Too small: {0}" }.GetValidationResult("8x8", new ValidationContext(new object()) { MemberName = "Size", DisplayName = "Size" })!.ErrorMessage);

    private static void AssertPasses(bool passes, string? text, PixelSizeAttribute attribute, Checking.Rules rules)
    {
        Assert.Equal(passes, Passes(rules));
        Assert.Equal(passes, attribute.IsValid(text));
    }

    private sealed class Form
    {
        [PixelSize(MinSide = 16)]
        public string? Size { get; set; }
    }
}
