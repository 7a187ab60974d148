using System.Text.Json;
using System.Text.RegularExpressions;
using Evolink.Runtime.Validation.Patterns;

namespace Evolink.Simulation.Validation;

internal static class StringKeywords
{
    public static void MinLength(SchemaScope scope, JsonElement keyword)
    {
        if (Text(scope) is { } text) CountBound.AtLeast(scope, "minLength", keyword, CodePoints(text), "characters");
    }

    public static void MaxLength(SchemaScope scope, JsonElement keyword)
    {
        if (Text(scope) is { } text) CountBound.AtMost(scope, "maxLength", keyword, CodePoints(text), "characters");
    }

    public static void Pattern(SchemaScope scope, JsonElement keyword)
    {
        if (Text(scope) is not { } text || keyword.ValueKind != JsonValueKind.String) return;

        string pattern = keyword.GetString()!;
        try
        {
            if (EcmaRegex.For(pattern)?.IsMatch(text) == false) scope.Fail("pattern", $"must match {pattern}.");
        }
        catch (RegexMatchTimeoutException)
        {
            scope.Fail("pattern", $"could not be matched against {pattern} in time.");
        }
    }

    public static void Format(SchemaScope scope, JsonElement keyword)
    {
        if (!scope.Evaluation.Options.AssertFormats || Text(scope) is not { } text || keyword.ValueKind != JsonValueKind.String) return;

        string format = keyword.GetString()!;
        if (!StringFormats.Accepts(format, text)) scope.Fail("format", $"must be a {format}.");
    }

    private static string? Text(SchemaScope scope) => scope.Instance.ValueKind == JsonValueKind.String ? scope.Instance.GetString() : null;

    private static long CodePoints(string text) => text.EnumerateRunes().Count();
}
