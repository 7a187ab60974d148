using System.ComponentModel.DataAnnotations;
using System.Globalization;
using static Evolink.Tests.Validation.Checking;

namespace Evolink.Tests.Validation;

public class CompareTests
{
    [Theory]
    [InlineData(0.3, 0.1, "0.2")]
    [InlineData(10.2, 0.3, "9.9")]
    [InlineData(1, 1, "0")]
    [InlineData(-0.5, 0.25, "-0.75")]
    [InlineData(100, 99.5, "0.5")]
    [InlineData(9007199254740992, 0.5, "9007199254740991.5")]
    [InlineData(1e22, 1, "9999999999999999999999")]
    [InlineData(1e-7, -1e-7, "0.0000002")]
    public void ADifference_IsThatOfTheDigitsThatAreSent(double minuend, double subtrahend, string difference)
    {
        decimal exact = decimal.Parse(difference, CultureInfo.InvariantCulture), near = 0.0000000000000000001m;

        Assert.True(Passes((ref context) => context.Difference(minuend, subtrahend, exact, exact, "a - b", ["A", "B"])));
        Assert.Equal($"$: the difference a - b must be at most -1000, not {difference}.", Fails((ref context) => context.Difference(minuend, subtrahend, null, -1000, "a - b", ["A", "B"])));
        if (Math.Abs(exact) < 100)
        {
            Assert.False(Passes((ref context) => context.Difference(minuend, subtrahend, exact + near, null, "a - b", ["A", "B"])));
            Assert.False(Passes((ref context) => context.Difference(minuend, subtrahend, null, exact - near, "a - b", ["A", "B"])));
        }
    }

    [Fact]
    public void Numbers_OfAnyTypeAndSize_AreAdded()
    {
        int one = 1;
        long two = 2;
        Assert.True(Passes((ref context) => context.Sum([one, two, 3UL, 0.5, 0.5m], 7, 7, "", [])));
        Assert.False(Passes((ref context) => context.Sum([ulong.MaxValue, ulong.MaxValue], null, 36893488147419103229m, "", [])));
        Assert.True(Passes((ref context) => context.Sum([ulong.MaxValue, ulong.MaxValue], 36893488147419103230m, 36893488147419103230m, "", [])));
        Assert.False(Passes((ref context) => context.Sum([decimal.MaxValue, 0.0000000000000000000000000001m], null, decimal.MaxValue, "", [])));
        Assert.True(Passes((ref context) => context.Sum([double.MaxValue, -double.MaxValue, double.Epsilon, -double.Epsilon], 0, 0, "", [])));
        Assert.True(Passes((ref context) => context.Sum([], 0, 0, "", [])));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void WithoutANumber_NothingIsCompared(double? unset)
    {
        Assert.True(Passes((ref context) => context.Sum([5d, unset], 100, 1, "", [])));
        Assert.True(Passes((ref context) => context.Difference(5d, unset, 100, 1, "", [])));
        Assert.True(Passes((ref context) => context.Difference(unset, 5d, 100, 1, "", [])));
    }

    [Fact]
    public void AFailure_IsOfTheObject_AndNamesItsMembers()
    {
        ValidationResult only = Assert.Single(Check((ref context) => context.Sum([5d, 11d], 1, 15.5m, "count(image_urls) + n", ["ImageUrls", "N"], "Params", "params")));

        Assert.Equal("params: the sum count(image_urls) + n must be at most 15.5, not 16.", only.ErrorMessage);
        Assert.Equal(["Params.ImageUrls", "Params.N"], only.MemberNames);
        Assert.Equal("$: the sum a must be at least 1, not -2.25.", Fails((ref context) => context.Sum([-2.25], 1, 15, "a", ["A"])));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Numbers_AreWrittenAsInJson_InEveryCulture(string culture)
    {
        using CultureScope scope = new(culture);
        Assert.Equal("$: the sum a must be at least 1.5, not -2.25.", Fails((ref context) => context.Sum([-2.25], 1.5m, null, "a", ["A"])));
    }

    [Fact]
    public void AComparisonThatHolds_AllocatesNothing()
    {
        Assert.Equal(0, Allocated(3, 12, 0.1, 30.1));

        static long Allocated(int count, int? n, double start, double end)
        {
            long before = 0;
            for (int i = 0; i < 200; i++)
            {
                if (i == 100)
                {
                    before = GC.GetAllocatedBytesForCurrentThread();
                }

                SchemaValidationContext context = default;
                context.Sum([count, n ?? 1L], null, 15, "", ["A", "B"]);
                context.Difference(end, start, 10, 30, "", ["A", "B"]);
                context.PixelSize("1280x720", multipleOf: 16, minSide: 16, maxSide: 3840, minPixels: 655360, maxPixels: 8294400, minAspect: 0.4m, maxAspect: 2.5m);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
