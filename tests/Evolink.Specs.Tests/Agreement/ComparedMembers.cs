using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Codegen.Parsing;
using Evolink.Simulation;

namespace Evolink.Tests.Agreement;

/// <summary>An object and one of the comparisons that its schema makes between its members.</summary>
internal sealed record ComparedMembers(SpecNode Root, SpecNode Schema, JsonObject Members, SpecNode Entry)
{
    private const string CountStart = "count(";

    /// <summary>Sets one of the numbers so that the result is a bound, or just beyond.</summary>
    public void Approach(Random random)
    {
        string[] operands = [.. (Entry["sum"] ?? Entry["difference"])!.Items.Select(operand => operand.Text)];
        int[] numbers = [.. operands.Index().Where(operand => !operand.Item.StartsWith(CountStart, StringComparison.Ordinal)).Select(operand => operand.Index)];
        string[] bounds = [.. new[] { "min", "max" }.Where(Entry.Has)];
        if (numbers.Length == 0) return;

        int chosen = numbers[random.Next(numbers.Length)];
        decimal result = decimal.Parse(Entry[bounds[random.Next(bounds.Length)]]!.Text, CultureInfo.InvariantCulture) + ((decimal[])[0, 0, 1, -1, 0.001m, -0.001m])[random.Next(6)];
        decimal others = operands.Index().Where(operand => operand.Index != chosen).Sum(operand => Sign(operand.Index) * Value(operand.Item));
        decimal wanted = (result - others) * Sign(chosen);
        Members[operands[chosen]] = Property(operands[chosen])?["type"]?.Text == "integer" ? JsonValue.Create((long)wanted) : JsonValue.Create(wanted);
    }

    private int Sign(int index) => index > 0 && Entry.Has("difference") ? -1 : 1;

    private decimal Value(string operand)
    {
        if (operand.StartsWith(CountStart, StringComparison.Ordinal)) return Members[operand[CountStart.Length..^1]] is JsonArray items ? items.Count : 0;

        return Members[operand] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number
            : decimal.TryParse(Property(operand)?["default"]?.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal preset) ? preset
            : 0;
    }

    private SpecNode? Property(string name) => SpecSchemas.Properties(Root, Schema).Where(property => property.Name == name).Select(property => SpecSchemas.Resolve(Root, property.Value)).FirstOrDefault();
}
