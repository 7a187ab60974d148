using System.Globalization;

namespace Evolink.Runtime.Validation.Attributes;

/// <summary>Compares a number of any kind with a bound, as the generated rules do: in the value's kind, without rounding it.</summary>
internal static class NumberOrder
{
    /// <param name="value">The value.</param>
    /// <param name="bound">A long, a double or a decimal.</param>
    /// <returns>Below zero, zero or above; null where there is no order: the value is no number.</returns>
    public static int? Compare(object value, object bound) => value switch
    {
        double number when double.IsNaN(number) => null,
        double number => Compare(number, bound),
        float number => Compare(Convert.ToDouble(number), bound),
        decimal number => number.CompareTo(ToDecimal(bound)),
        sbyte or byte or short or ushort or int or uint or long => Compare(Convert.ToInt64(value, CultureInfo.InvariantCulture), bound),
        _ => decimal.TryParse(AttributeValue.Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? number.CompareTo(ToDecimal(bound))
            : null,
    };

    private static int Compare(long value, object bound) => bound switch
    {
        long whole => value.CompareTo(whole),
        double number => ExactOrder.Compare(value, number),
        _ => ((decimal)value).CompareTo((decimal)bound),
    };

    private static int Compare(double value, object bound) => bound switch
    {
        long whole => -ExactOrder.Compare(whole, value),
        double number => value.CompareTo(number),
        // By its text: the cast is not always the nearest double.
        _ => value.CompareTo(double.Parse(((decimal)bound).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
    };

    // By the digits of its text: the cast keeps 15 of them.
    private static decimal ToDecimal(object bound) => bound switch
    {
        long whole => whole,
        double number => decimal.TryParse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact)
            ? exact
            : number < 0 ? decimal.MinValue : decimal.MaxValue,
        _ => (decimal)bound,
    };
}
