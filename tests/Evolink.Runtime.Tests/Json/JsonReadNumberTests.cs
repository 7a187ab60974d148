using static Evolink.Tests.Json.Reading;

namespace Evolink.Tests.Json;

public class JsonReadNumberTests
{
    [Theory]
    [InlineData("5", 5L)]
    [InlineData("-5", -5L)]
    [InlineData("5.0", 5L)]
    [InlineData("5e0", 5L)]
    [InlineData("50E-1", 5L)]
    [InlineData("0.5e1", 5L)]
    [InlineData("-0", 0L)]
    [InlineData("-0.0", 0L)]
    [InlineData("0e999999999999999999", 0L)]
    [InlineData("5.00000000000000000000000000000000000000", 5L)]
    [InlineData("4294967295", 4294967295L)]
    [InlineData("9007199254740993.0", 9007199254740993L)]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    [InlineData("-9.223372036854775808e18", long.MinValue)]
    [InlineData("1000000000000000000000e-10", 100000000000L)]
    public void AWholeNumber_IsRead_HoweverItIsWritten(string json, long expected)
    {
        Assert.Equal(expected, Read(json, JsonRead.Int64));
        Assert.Equal(expected, ReadSegmented(json, JsonRead.Int64));
    }

    [Theory]
    [InlineData("5.5")]
    [InlineData("5e-1")]
    [InlineData("5.00000000000000000000000000000000000001")]
    [InlineData("1e-400")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809.0")]
    [InlineData("1e19")]
    [InlineData("1e999999999999999999")]
    [InlineData("\"5\"")]
    [InlineData("true")]
    [InlineData("{}")]
    public void AFractionOrAnOverflow_IsNoWholeNumber(string json) =>
        Assert.Contains("Expected a whole number of 64 bits", Fails(json, JsonRead.Int64).Message, StringComparison.Ordinal);

    [Fact]
    public void AThousandDigits_AreRefusedWithoutShowingThemAll()
    {
        string message = Fails(new string('9', 1000), JsonRead.Int64).Message;

        Assert.EndsWith("found the number 9999999999999999999999999999999999999999….", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648.0", int.MinValue)]
    public void AnInt32_HasItsWholeRange(string json, int expected) => Assert.Equal(expected, Read(json, JsonRead.Int32));

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("0.5")]
    public void AnInt32_DoesNotWrap(string json) => Fails(json, JsonRead.Int32);

    [Fact]
    public void ANumberBeyondDoubles_IsRefused_NotInfinite()
    {
        Assert.Equal(1.5e300, Read("1.5e300", JsonRead.Double));
        Fails("1e999", JsonRead.Double);
    }

    [Fact]
    public void ADecimal_KeepsItsDigits()
    {
        Assert.Equal("0.1000000000000000000000000001", $"{Read("0.1000000000000000000000000001", JsonRead.Decimal)}");
        Fails("1e29", JsonRead.Decimal);
    }

    [Fact]
    public void ANull_IsUnset()
    {
        Assert.Null(Read("null", JsonRead.Int32));
        Assert.Null(Read("null", JsonRead.Int64));
        Assert.Null(Read("null", JsonRead.Double));
        Assert.Null(Read("null", JsonRead.Decimal));
    }
}
