using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evolink.Codegen.Tests.Support;

/// <summary>A value sent as it was read: by a type's own converter, checked by the type's own rules.</summary>
internal static class RoundTrip
{
    /// <summary>What is wrong with a value of a generated request; empty where it is valid and comes out as it went in.</summary>
    public static string Problem(Type type, JsonNode? json)
    {
        object value;
        try
        {
            value = JsonSerializer.Deserialize(json, type)!;
        }
        catch (JsonException exception)
        {
            Assert.NotNull(exception.Path);
            return exception.Message;
        }

        IReadOnlyList<string> failures = [.. Failures(value).Select(failure => failure.ErrorMessage!)];
        if (failures.Count > 0)
        {
            return string.Join("\n", failures);
        }

        string written = JsonSerializer.Serialize(value, type);
        return JsonNode.DeepEquals(json, JsonNode.Parse(written)) ? "" : $"It is written as {written}.";
    }

    /// <summary>What a generated value says of itself.</summary>
    public static IReadOnlyList<ValidationResult> Failures(object value)
    {
        object?[] arguments = [null];
        value.GetType().GetMethod("TryValidate")!.Invoke(value, arguments);
        return (IReadOnlyList<ValidationResult>)arguments[0]!;
    }
}
