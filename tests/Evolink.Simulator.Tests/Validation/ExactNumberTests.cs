using Evolink.Simulation.Validation;

namespace Evolink.Tests;

public sealed class ExactNumberTests
{
    [Theory]
    [InlineData("1", "1.0", 0)]
    [InlineData("1e2", "100", 0)]
    [InlineData("0", "-0.0", 0)]
    [InlineData("0e99999999999999999999", "0", 0)]
    [InlineData("9007199254740993", "9007199254740992", 1)]
    [InlineData("0.1000000000000000000001", "0.1", 1)]
    [InlineData("-2", "-1", -1)]
    [InlineData("-1e400", "1e-400", -1)]
    [InlineData("1e400", "1e399", 1)]
    [InlineData("1e1000000000000", "2", 1)]
    [InlineData("123e-5", "1.23e-3", 0)]
    public void NumbersAreCompared_WithEveryDigit(string left, string right, int order)
    {
        Assert.Equal(order, ExactNumber.Parse(left).CompareTo(ExactNumber.Parse(right)));
        Assert.Equal(-order, ExactNumber.Parse(right).CompareTo(ExactNumber.Parse(left)));
        Assert.Equal(order == 0, ExactNumber.Parse(left) == ExactNumber.Parse(right));
    }

    [Theory]
    [InlineData("0.3", "0.1", true)]
    [InlineData("4.35", "0.01", true)]
    [InlineData("4.355", "0.01", false)]
    [InlineData("-9", "3", true)]
    [InlineData("1e1000000000000", "3", false)]
    [InlineData("3e1000000000000", "3", true)]
    [InlineData("7", "1e1000000000000", false)]
    [InlineData("0", "1e1000000000000", true)]
    [InlineData("50", "25", true)]
    [InlineData("50", "100", false)]
    [InlineData("100", "100", true)]
    public void Multiples_AreExact(string value, string divisor, bool isMultiple) =>
        Assert.Equal(isMultiple, ExactNumber.Parse(value).IsMultipleOf(ExactNumber.Parse(divisor)));

    [Theory]
    [InlineData("5.0", true)]
    [InlineData("5e0", true)]
    [InlineData("50e-1", true)]
    [InlineData("5e-1", false)]
    [InlineData("4294967295", true)]
    [InlineData("1.00000000000000000001", false)]
    public void WholeNumbers_AreIntegersHoweverTheyAreWritten(string text, bool isInteger) =>
        Assert.Equal(isInteger, ExactNumber.Parse(text).IsInteger);

    [Theory]
    [InlineData("0.1", "0.2", "0.3")]
    [InlineData("0.3", "-0.3", "0")]
    [InlineData("1e30", "1", "1000000000000000000000000000001e0")]
    [InlineData("-5", "4.75", "-0.25")]
    [InlineData("100", "-1", "99")]
    public void ASum_KeepsEveryDigit(string left, string right, string sum)
    {
        ExactNumber total = ExactNumber.Parse(left).Add(ExactNumber.Parse(right));

        Assert.Equal(ExactNumber.Parse(sum), total);
        Assert.Equal(total, ExactNumber.Parse(total.ToString()));
        Assert.Equal(ExactNumber.Parse(left), total.Add(ExactNumber.Parse(right).Negate()));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.25", "-0.25")]
    [InlineData("12.50", "12.5")]
    [InlineData("9.9", "9.9")]
    [InlineData("1500", "1500")]
    [InlineData("1e40", "1e40")]
    [InlineData("-3e-40", "-3e-40")]
    public void ANumber_IsWrittenAsPeopleDo(string text, string written) => Assert.Equal(written, ExactNumber.Parse(text).ToString());
}
