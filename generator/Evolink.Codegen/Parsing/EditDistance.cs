namespace Evolink.Codegen.Parsing;

/// <summary>How far two names are apart.</summary>
internal static class EditDistance
{
    /// <summary>The number of letters that are wrong, missing, too many or exchanged with their neighbour.</summary>
    public static int Measure(string left, string right)
    {
        int[,] rows = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i
                    : Lesser(Lesser(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    rows[i, j] = Lesser(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[left.Length, right.Length];
    }

    private static int Lesser(int left, int right) => left < right ? left : right;
}
