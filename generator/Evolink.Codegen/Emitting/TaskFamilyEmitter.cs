using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Evolink.Codegen.Client;
using Evolink.Codegen.Collections;
using Evolink.Codegen.TaskFamilies;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes how the tasks of one kind are queried: only what differs from what the runtime takes for granted.</summary>
internal static class TaskFamilyEmitter
{
    /// <summary>How many ids a batch has where nothing is said.</summary>
    private const int UsualCount = 50;

    public static void Write(CodeWriter code, TaskFamilyModel family)
    {
        string[] members = [.. Members(family)];
        string start = $"public static readonly {TypeNames.Runtime}TaskFamily<{TypeNames.Format(family.TaskType)}> {family.Field} = new({family.Query})";
        EquatableArray<StatusWord> words = family.Spec.Statuses;
        if (members.Length < 2 && words.Count == 0)
        {
            code.Write(start + (members.Length > 0 ? $" {{ {members[0]} }};" : ";")).Blank();
            return;
        }

        code.Write(start);
        code.Write("{");
        foreach (string member in members)
        {
            code.Write($"    {member},");
        }

        if (words.Count > 0)
        {
            code.Write($"    Statuses = new global::System.Collections.Generic.Dictionary<string, {TypeNames.Runtime}GenerationStatus>");
            code.Write("    {");
            foreach (StatusWord word in words)
            {
                code.Write($"        [{CSharp.Quote(word.Word)}] = {TypeNames.Runtime}GenerationStatus.{char.ToUpperInvariant(word.Status[0])}{word.Status.Substring(1)},");
            }

            code.Write("    },");
        }

        code.Write("};").Blank();
    }

    private static IEnumerable<string> Members(TaskFamilyModel family)
    {
        TaskFamilySpec spec = family.Spec;
        if (spec.RequiresResults)
        {
            yield return "RequiresResults = true";
        }

        (string Name, string? Value, string Usual)[] texts =
        [
            ("Id", spec.Id, "/id"), ("Status", spec.Status, "/status"), ("Results", spec.Results ?? "", "/results"), ("Error", spec.Error, "/error"),
            ("Progress", spec.Progress, "/progress"),
        ];
        foreach ((string name, string? value, string usual) in texts.Where(text => text.Value is { } value && value != text.Usual))
        {
            yield return $"{name} = {CSharp.Quote(value!)}";
        }

        if (spec.CountsToOne)
        {
            yield return "ProgressMaximum = 1";
        }

        // The last parameter of the path is the usual one, and the only one of most.
        if (spec.IsParameterSaid)
        {
            yield return $"QueryParameter = {CSharp.Quote(spec.Parameter)}";
        }

        if (spec.KeepsSlashes)
        {
            yield return "KeepsSlashes = true";
        }

        if (family is { Batch: { } batch, BatchShape: { } shape })
        {
            string[] differing = [.. BatchMembers(shape)];
            yield return $"Batch = new({batch}){(differing.Length == 0 ? "" : $" {{ {string.Join(", ", differing)} }}")}";
        }

        if (family.Content is { } content)
        {
            yield return $"Content = {content}";
        }

        if (family.ContentParameter is { } parameter)
        {
            yield return $"ContentParameter = {CSharp.Quote(parameter)}";
        }
    }

    private static IEnumerable<string> BatchMembers(BatchShape shape)
    {
        if (shape.Ids != "/task_ids")
        {
            yield return $"Ids = {CSharp.Quote(shape.Ids)}";
        }

        if (shape.Items != "/data")
        {
            yield return $"Items = {CSharp.Quote(shape.Items)}";
        }

        if (int.TryParse(shape.MaximumCount, NumberStyles.None, CultureInfo.InvariantCulture, out int most) && most is > 0 and not UsualCount)
        {
            yield return $"MaximumCount = {most.ToString(CultureInfo.InvariantCulture)}";
        }
    }
}
