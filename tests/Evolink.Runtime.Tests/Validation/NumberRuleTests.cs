using Evolink.Runtime.Validation;
using static Evolink.Tests.Validation.Checking;

namespace Evolink.Tests.Validation;

public class NumberRuleTests
{
    [Theory]
    [InlineData(4294967295, 4294967295, true)]
    [InlineData(4294967296, 4294967295, false)]
    [InlineData(long.MaxValue, long.MaxValue, true)]
    [InlineData(long.MaxValue, long.MaxValue - 1, false)] // as doubles both are 2^63
    [InlineData(9007199254740993, 9007199254740992, false)] // as doubles both are 2^53
    public void LongBounds_AreComparedAsLongs(long value, long maximum, bool passes)
    {
        Assert.Equal(passes, Passes((ref context) => context.Maximum(value, maximum, "Seed", "seed")));
        Assert.Equal(passes, Passes((ref context) => context.Minimum(-value, -maximum, "Seed", "seed")));
    }

    [Theory]
    [InlineData(9007199254740993, 9007199254740992d, 1)]
    [InlineData(9007199254740992, 9007199254740992d, 0)]
    [InlineData(9007199254740991, 9007199254740992d, -1)]
    [InlineData(long.MaxValue, 9223372036854775808d, -1)]
    [InlineData(long.MinValue, -9223372036854775808d, 0)]
    [InlineData(long.MinValue, -9223372036854777856d, 1)]
    [InlineData(long.MaxValue, 1e300, -1)]
    [InlineData(2, 1.5, 1)]
    [InlineData(1, 1.5, -1)]
    [InlineData(-1, -1.5, 1)]
    [InlineData(-2, -1.5, -1)]
    [InlineData(0, double.PositiveInfinity, -1)]
    [InlineData(0, double.NegativeInfinity, 1)]
    public void AWholeNumberAndADouble_AreComparedExactly(long value, double bound, int order)
    {
        Assert.Equal(order, Math.Sign(ExactOrder.Compare(value, bound)));
        Assert.Equal(order >= 0, Passes((ref context) => context.Minimum(value, bound, "", "")));
        Assert.Equal(order <= 0, Passes((ref context) => context.Maximum(value, bound, "", "")));
        Assert.Equal(order > 0, Passes((ref context) => context.ExclusiveMinimum(value, bound, "", "")));
        Assert.Equal(order < 0, Passes((ref context) => context.ExclusiveMaximum(value, bound, "", "")));
    }

    [Fact]
    public void ABoundBeyond64Bits_IsComparedAsADecimal()
    {
        Assert.True(Passes((ref context) => context.Maximum(long.MaxValue, 18446744073709551615m, "", "")));
        Assert.False(Passes((ref context) => context.Minimum(long.MaxValue, 9223372036854775807.5m, "", "")));
    }

    [Theory]
    [InlineData(0.3, "0.1", true)]
    [InlineData(0.30000000000000004, "0.1", false)]
    [InlineData(4.02, "0.01", true)]
    [InlineData(0.0075, "0.0001", true)]
    [InlineData(0.00751, "0.0001", false)]
    [InlineData(1e308, "0.123456789", false)]
    [InlineData(1e308, "0.5", true)]
    [InlineData(1e-300, "0.1", false)]
    [InlineData(-1.5, "0.5", true)]
    [InlineData(0, "7", true)]
    [InlineData(1e22, "3", false)]
    [InlineData(9.5, "2.5", false)]
    [InlineData(double.NaN, "1", false)]
    [InlineData(double.PositiveInfinity, "1", false)]
    public void AMultiple_IsOneOfTheDigitsThatAreSent(double value, string divisor, bool passes) =>
        Assert.Equal(passes, Passes((ref context) => context.MultipleOf(value, decimal.Parse(divisor, System.Globalization.CultureInfo.InvariantCulture), "", "")));

    [Fact]
    public void MultiplesOfLongsAndDecimals_AreExact()
    {
        Assert.True(Passes((ref context) => context.MultipleOf(long.MinValue, 2, "", "")));
        Assert.False(Passes((ref context) => context.MultipleOf(9007199254740993, 2, "", "")));
        Assert.True(Passes((ref context) => context.MultipleOf(0.3m, 0.1m, "", "")));
        Assert.False(Passes((ref context) => context.MultipleOf(0.3000000000000000000000000001m, 0.1m, "", "")));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void WhatIsNoJsonNumber_IsNotFinite(double value) =>
        Assert.StartsWith("a: must be a finite number", Fails((ref context) => context.Finite(value, "A", "a")), StringComparison.Ordinal);

    [Fact]
    public void NaN_IsWithinNoBounds()
    {
        Assert.False(Passes((ref context) => context.Minimum(double.NaN, 0, "", "")));
        Assert.False(Passes((ref context) => context.Maximum(double.NaN, 0, "", "")));
    }

    [Fact]
    public void Messages_AreInvariant()
    {
        using CultureScope _ = new("de-DE");

        Assert.Equal("a: must be less than 1.5, not 2.5.", Fails((ref context) => context.ExclusiveMaximum(2.5, 1.5, "A", "a")));
    }
}
