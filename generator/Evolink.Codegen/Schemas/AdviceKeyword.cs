using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Numbers;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>
/// <c>x-evolink-advice: [{ maxLength: 2500, text: … }]</c>: limits beyond which the service cuts off, that it counts in tokens, or that it only
/// recommends. They are told to readers, and refuse nothing.
/// </summary>
internal static class AdviceKeyword
{
    public const string Name = "x-evolink-advice";

    private const string Text = "text";
    private const string Expected = "a list of { text: a sentence; maxLength, minLength, maxTokens, maxItems, minItems: counts; minimum, maximum: numbers }, in which only text is required";

    private static readonly string[] s_counts = ["maxLength", "minLength", "maxTokens", "maxItems", "minItems"];
    private static readonly string[] s_numbers = ["minimum", "maximum"];
    private static readonly string[] s_ranges = ["Length", "Items", "imum"];

    /// <summary>What is advised for a schema, and for what a list or a map of it holds.</summary>
    public static EquatableArray<Advice> Read(SchemaView view) => MediaKeyword.AtPlaces(view, Name) is not { Count: > 0 } found ? [] :
    [
        .. found.SelectMany(node => node.Items).Where(entry => Problem(entry) is null)
            .Select(entry => new Advice(OnOneLine(entry[Text]!.Text), [.. entry.Members.Where(member => member.Name != Text).Select(member => new AdvisedLimit(member.Name, member.Value.Text))]))
            .Distinct(),
    ];

    public static void Report(IEnumerable<SpecNode> schemas, SpecDiagnostics diagnostics, CancellationToken cancellationToken)
    {
        foreach (SpecNode advice in schemas.Select(schema => schema[Name]).OfType<SpecNode>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            IEnumerable<ExtensionProblem?> problems = advice.Kind == SpecNodeKind.Array ? advice.Items.Select(Problem) : [new ExtensionProblem(advice, Expected)];
            foreach (ExtensionProblem problem in problems.OfType<ExtensionProblem>())
            {
                diagnostics.InvalidExtension(problem.Node, Name, problem.Expected);
            }
        }
    }

    private static string OnOneLine(string text) => string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static ExtensionProblem? Problem(SpecNode entry) => ExtensionProblem.OfMembers(entry, IsValid, Expected)
        ?? (entry.Has(Text) ? ExtensionProblem.OfRanges(entry, s_ranges) : new ExtensionProblem(entry, Expected));

    private static bool IsValid(SpecMember member) => member.Name == Text
        ? member.Value.Kind == SpecNodeKind.String && member.Value.Text.Trim().Length > 0
        : member.Value.Kind == SpecNodeKind.Number && (s_numbers.Contains(member.Name) || (s_counts.Contains(member.Name) && ExactNumber.ParseCount(member.Value.Text) is not null));
}
