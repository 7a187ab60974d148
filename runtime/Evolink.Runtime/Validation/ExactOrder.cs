namespace Evolink.Runtime.Validation;

/// <summary>Compares a whole number with a double without rounding either: a long has 63 bits, a double 53.</summary>
internal static class ExactOrder
{
    private const double TwoToThe63 = 9223372036854775808d;

    /// <summary>Below zero, zero or above, as the value is less than, equal to or greater than the bound.</summary>
    public static int Compare(long value, double bound)
    {
        if (bound >= TwoToThe63)
        {
            return -1;
        }

        if (bound < -TwoToThe63)
        {
            return 1;
        }

        double whole = Math.Floor(bound);
        int order = value.CompareTo((long)whole);
        return order == 0 && bound > whole ? -1 : order;
    }

    /// <summary>As for a value that is set; null where it is not.</summary>
    public static int? Compare(long? value, double bound) => value is long set ? Compare(set, bound) : null;
}
