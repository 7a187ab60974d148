using System.Globalization;
using System.Numerics;
using Evolink.Codegen.Numbers;

namespace Evolink.Codegen.Tests.Numbers;

public sealed class ExactNumberTests
{
    [Theory]
    [InlineData("5", "5")]
    [InlineData("5.0", "5")]
    [InlineData("5e2", "500")]
    [InlineData("-0.0", "0")]
    [InlineData("4294967295", "4294967295")]
    [InlineData("99999999999999999999", "99999999999999999999")]
    [InlineData("5.5", null)]
    [InlineData("1e999", null)]
    [InlineData("1e99999999999", null)]
    [InlineData("x", null)]
    public void AnInteger_IsReadWithoutLoss(string text, string? expected)
    {
        Assert.Equal(expected is not null, ExactNumber.TryParseInteger(text, out BigInteger value));
        Assert.Equal(expected ?? "0", value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("1.5", "2", "1")]
    [InlineData("-1.5", "-1", "-2")]
    [InlineData("0.00000000000000000000000000000000000000001", "1", "0")]
    [InlineData("1e-999999999999", "1", "0")]
    [InlineData("-0.99999999999999999999999999999999999999999", "0", "-1")]
    [InlineData("120e-1", "12", "12")]
    public void AFraction_IsRoundedToTheNextInteger_HoweverManyDigitsItHas(string text, string up, string down)
    {
        Assert.True(ExactNumber.TryRound(text, up: true, out BigInteger above));
        Assert.True(ExactNumber.TryRound(text, up: false, out BigInteger below));
        Assert.Equal((up, down), (above.ToString(CultureInfo.InvariantCulture), below.ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("1.0", "1", true)]
    [InlineData("10e-1", "1", true)]
    [InlineData("-0.0", "0e7", true)]
    [InlineData("1.00000000000000000000000000000000000000001", "1", false)]
    [InlineData("-1", "1", false)]
    public void EqualNumbers_HaveOneForm(string one, string other, bool areEqual)
    {
        Assert.True(ExactNumber.TryParse(one, out ExactNumber left) && ExactNumber.TryParse(other, out ExactNumber right) && (left == right) == areEqual);
    }

    [Theory]
    [InlineData("1e2", 100)]
    [InlineData("2147483647.0", 2147483647)]
    [InlineData("2147483648", null)]
    [InlineData("-1", null)]
    [InlineData("0.5", null)]
    public void ACount_IsReadInAnyNotation(string text, int? count) => Assert.Equal(count, ExactNumber.ParseCount(text));
}
