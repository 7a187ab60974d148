using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Constraints;

/// <summary>What a failure of alternatives says was expected, in words that follow “expected”.</summary>
internal static class ExpectedTexts
{
    public static string AnyOf(SpecNode branches) => RequiredOnly(branches) is { } names
        ? names
        : $"at least one of {Count(branches)} to hold{Titles(branches)}";

    public static string OneOf(SpecNode branches) => RequiredOnly(branches) is { } names
        ? names
        : $"one of {Count(branches)}{Titles(branches)}";

    public static string Not(SpecNode schema) => OnlyRequired(schema) is { } names
        ? (names.Count == 1 ? $"no {names[0]}" : $"not {string.Join(" and ", names)} together")
        : $"the opposite of what the schema under \"not\" says{((schema["description"] ?? schema["title"]) is { } text ? $" ({text.Text})" : "")}";

    /// <summary>Which items <c>contains</c> asks for, in words that follow “items”.</summary>
    public static string Contains(SpecNode schema) =>
        schema["const"] is { } constant ? $"equal to {constant.ToJsonNode()?.ToJsonString() ?? "null"}"
        : $"of the kind that \"contains\" describes{((schema["description"] ?? schema["title"]) is { } text ? $" ({text.Text})" : "")}";

    /// <summary>What a name may be in a map that allows no others.</summary>
    public static string Keys(IEnumerable<string> named, IEnumerable<string> patterns) =>
        $"a name that is allowed here: {string.Join(", ", named.Concat(patterns.Select(pattern => $"what matches {pattern}")))}";

    /// <summary><c>a or b</c> where every branch does nothing but require members.</summary>
    private static string? RequiredOnly(SpecNode branches)
    {
        List<List<string>?> names = branches.Items.Select(OnlyRequired).ToList();
        return names.Contains(null) ? null : string.Join(" or ", names.Select(branch => string.Join(" with ", branch!)));
    }

    /// <summary>The members that a schema requires, where it says nothing else.</summary>
    public static List<string>? OnlyRequired(SpecNode schema) =>
        schema["required"] is { Items.Count: > 0 } required
            && schema.Members.All(member => member.Name is "required" or "title" or "description" or "type")
            ? required.Items.Select(item => item.Text).ToList()
            : null;

    private static string Count(SpecNode branches) => $"{branches.Items.Count} alternatives";

    private static string Titles(SpecNode branches)
    {
        List<string> titles = branches.Items.Select(branch => (branch["title"] ?? branch["description"])?.Text).OfType<string>().ToList();
        return titles.Count == 0 ? "" : $" ({string.Join("; ", titles)})";
    }
}
