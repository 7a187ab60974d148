using System;
using System.Globalization;

namespace Evolink.Codegen.Patterns;

/// <summary>Why a text is no pattern.</summary>
internal static class PatternProblem
{
    /// <param name="position">Where, in UTF-16 units from 0.</param>
    /// <param name="problem">What, without its place.</param>
    public static FormatException At(int position, string problem) =>
        new(problem + " at character " + (position + 1).ToString(CultureInfo.InvariantCulture) + ".");
}
