using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Evolink.Runtime.Json;

/// <summary>Finds where in a JSON document a token is: <c>$.model_params.element_list[0].element_id</c>.</summary>
internal static class JsonPath
{
    // As System.Text.Json's own paths: such names are quoted.
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(". '/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029");

    /// <summary>The path of a token, from the value on whose first token the reader stands.</summary>
    public static string Find(Utf8JsonReader reader, long tokenStart)
    {
        List<Step> steps = [];
        try
        {
            do
            {
                Enter(ref reader, steps);
            }
            while (reader.TokenStartIndex < tokenStart && Leave(ref reader, steps) && reader.Read());
        }
        catch (JsonException)
        {
            // The document itself is broken here: the path leads to the last good token.
        }

        StringBuilder path = new("$");
        foreach (Step step in steps)
        {
            step.AppendTo(path);
        }

        return path.ToString();
    }

    // Steps to the value or name that the reader stands on.
    private static void Enter(ref Utf8JsonReader reader, List<Step> steps)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            steps[^1] = new(Name(ref reader), -1);
        }
        else if (reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject) && steps is [.., { IsArray: true } last])
        {
            steps[^1] = last with { Index = last.Index + 1 };
        }
    }

    private static bool Leave(ref Utf8JsonReader reader, List<Step> steps)
    {
        if (reader.TokenType is JsonTokenType.StartObject)
        {
            steps.Add(new(null, -1));
        }
        else if (reader.TokenType is JsonTokenType.StartArray)
        {
            steps.Add(new(null, -1) { IsArray = true });
        }
        else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            steps.RemoveAt(steps.Count - 1);
        }

        return true;
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private readonly record struct Step(string? Name, int Index)
    {
        public bool IsArray { get; init; }

        public void AppendTo(StringBuilder path)
        {
            if (Name is not null)
            {
                _ = Name.AsSpan().ContainsAny(s_quoted) ? path.Append("['").Append(Name).Append("']") : path.Append('.').Append(Name);
            }
            else if (Index >= 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{Index}]");
            }
        }
    }
}
