using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Patterns;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>Compares how values of .NET's own types are written with what a schema demands of the text.</summary>
internal static class WrittenForms
{
    /// <summary>UUIDs of every version, since a pattern may ask for one.</summary>
    private static readonly string[] s_guids = [.. Enumerable.Range(1, 8).Select(version => $"01234567-89ab-{version}cde-8f01-23456789abcd")];
    private static readonly string[] s_dates = ["2001-02-03"], s_moments = ["2001-02-03T04:05:06+00:00", "2001-02-03T04:05:06.1234567+00:00"];

    /// <summary>
    /// Whether some value of the type is what the schema asks for as it is written. A moment that has to end in Z, or a UUID
    /// of capitals, is not: no value could be sent, so it stays the text that the caller writes.
    /// </summary>
    public static bool Allow(TypeKind type, SchemaView view)
    {
        string[] samples = type switch { TypeKind.Guid => s_guids, TypeKind.Date => s_dates, TypeKind.DateTimeOffset => s_moments, _ => [] };
        if (samples.Length == 0)
        {
            return true;
        }

        // A pattern that cannot be tried here is checked when a request is validated.
        List<NamePattern> patterns = view.All("pattern").Select(pattern => new NamePattern(pattern.Text)).ToList();
        return samples.Any(sample =>
            view.All("minLength").All(bound => Compare(sample, bound) >= 0) && view.All("maxLength").All(bound => Compare(sample, bound) <= 0)
            && patterns.All(pattern => pattern.IsMatch(sample) != false));
    }

    private static int Compare(string sample, SpecNode bound) =>
        ExactNumber.TryParseInteger(bound.Text, out BigInteger length) ? new BigInteger(sample.Length).CompareTo(length) : 0;
}
