using System;
using Evolink.Codegen.Patterns;

namespace Evolink.Codegen.Constraints;

/// <summary>
/// Looks at a pattern before it is emitted, so that a broken one is reported where it stands. What passes is a pattern to the
/// runtime, which reads it with the same parser when the request's type is first used, where nothing may fail.
/// </summary>
internal static class EcmaPatterns
{
    /// <summary>Why the pattern cannot be used; null where it can.</summary>
    public static string? Problem(string pattern)
    {
        try
        {
            PatternParser.Parse(pattern);
            return null;
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
    }
}
