using System.Globalization;
using System.Text.Json;

namespace Evolink;

/// <summary>
/// Reads a <see cref="TaskState"/> straight from bytes. Never throws: a member of the wrong kind is as good as absent, and of a body
/// that was cut off everything before the cut counts.
/// </summary>
internal static class TaskStateReader
{
    public static TaskState Read(ReadOnlySpan<byte> json, TaskMembers members)
    {
        TaskState state = new();
        Utf8JsonReader reader = new(json, isFinalBlock: false, default);
        try
        {
            state.IsWhole = reader.Read() && reader.TokenType == JsonTokenType.StartObject && ReadMembers(ref reader, state, members);
        }
        catch (JsonException)
        {
            // Garbage after a good beginning: the beginning stays.
        }

        return state;
    }

    private static bool ReadMembers(ref Utf8JsonReader reader, TaskState state, TaskMembers members)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject) return true;
            if (!ReadMember(ref reader, state, members)) return false;
        }

        return false;
    }

    // Stands on a name and is left on the value's last token; false where the bytes end first.
    private static bool ReadMember(ref Utf8JsonReader reader, TaskState state, TaskMembers members)
    {
        if (Is(ref reader, members.Id)) return Text(ref reader, out string? id) && Set(state.Id = id is "" ? null : id);
        if (Is(ref reader, members.Status)) return Text(ref reader, out string? status) && Set(state.Status = status);
        if (Is(ref reader, members.Type)) return Text(ref reader, out string? type) && Set(state.Type = type);
        if (Is(ref reader, members.Progress)) return Number(ref reader, out double? progress) && Set(state.Progress = progress);
        if (Is(ref reader, members.Results)) return reader.Read() && ReadResults(ref reader, state);
        if (Is(ref reader, members.ResultData)) return reader.Read() && ReadResultData(ref reader, state);
        if (Is(ref reader, members.Error)) return reader.Read() && ReadError(ref reader, state);
        if (Is(ref reader, members.TaskInfo)) return reader.Read() && ReadTaskInfo(ref reader, state, members);
        return reader.Read() && reader.TrySkip();
    }

    private static bool ReadResults(ref Utf8JsonReader reader, TaskState state)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            state.HasBadResult = reader.TokenType != JsonTokenType.Null;
            return reader.TrySkip();
        }

        List<string> results = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String) results.Add(reader.GetString()!);
            else state.HasBadResult = true;
            if (!reader.TrySkip()) return false;
        }

        state.Results = results;
        return reader.TokenType == JsonTokenType.EndArray;
    }

    private static bool ReadResultData(ref Utf8JsonReader reader, TaskState state)
    {
        bool isContainer = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject;
        long start = reader.TokenStartIndex;
        if (!reader.TrySkip()) return false;

        // "[]" and "{}" say nothing; an element's id has at least a name or a value between.
        state.HasResultData = isContainer ? reader.BytesConsumed - start > 2 : reader.TokenType != JsonTokenType.Null;
        return true;
    }

    private static bool ReadError(ref Utf8JsonReader reader, TaskState state)
    {
        if (reader.TokenType == JsonTokenType.String) state.ErrorMessage = reader.GetString();
        if (reader.TokenType != JsonTokenType.StartObject) return reader.TrySkip();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool whole = Is(ref reader, "code") ? Text(ref reader, out string? code) && Set(state.ErrorCode = code)
                : Is(ref reader, "message") ? Text(ref reader, out string? message) && Set(state.ErrorMessage = message)
                : Is(ref reader, "suggestion") || Is(ref reader, "fallback_suggestion") ? Text(ref reader, out string? suggestion) && Set(state.ErrorSuggestion = suggestion)
                : reader.Read() && reader.TrySkip();
            if (!whole) return false;
        }

        return reader.TokenType == JsonTokenType.EndObject;
    }

    private static bool ReadTaskInfo(ref Utf8JsonReader reader, TaskState state, TaskMembers members)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return reader.TrySkip();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!Is(ref reader, members.EstimatedTime))
            {
                if (!reader.Read() || !reader.TrySkip()) return false;
            }
            else if (!Number(ref reader, out double? seconds))
            {
                return false;
            }
            else if (seconds is > 0 and < 1e6)
            {
                state.EstimatedTime = TimeSpan.FromSeconds(seconds.Value);
            }
        }

        return reader.TokenType == JsonTokenType.EndObject;
    }

    private static bool Is(ref Utf8JsonReader reader, string name) => reader.ValueTextEquals(name);

    // A string, or a number as it is written: some codes are numbers.
    private static bool Text(ref Utf8JsonReader reader, out string? value)
    {
        value = null;
        if (!reader.Read()) return false;
        if (reader.TokenType == JsonTokenType.String) value = reader.GetString();
        else if (reader.TokenType == JsonTokenType.Number) value = System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
        return reader.TrySkip();
    }

    private static bool Number(ref Utf8JsonReader reader, out double? value)
    {
        value = null;
        if (!reader.Read()) return false;
        double number = double.NaN;
        bool isNumber = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDouble(out number),
            JsonTokenType.String => double.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
        if (isNumber && double.IsFinite(number)) value = number;
        return reader.TrySkip();
    }

    // Lets an assignment stand in a condition that goes on.
    private static bool Set<T>(T _) => true;
}
