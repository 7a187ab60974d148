using System.Globalization;
using System.Text.Json;
using Evolink.Runtime.Errors;
using Evolink.Runtime.Json;

namespace Evolink.Runtime.Responses;

/// <summary>
/// Reads a <see cref="TaskState"/> straight from bytes. Never throws: a member of the wrong kind is as good as absent, and of a body
/// that was cut off everything before the cut counts.
/// </summary>
/// <remarks>
/// Where a member comes twice, nothing erases something: of two ids the first counts, since it is what the server puts first; of
/// anything else the last one that says something, as readers of JSON have it.
/// </remarks>
internal static class TaskStateReader
{
    // No URL could carry a longer one.
    private const int MaxIdCharacters = 1024;

    /// <summary>Reads a body as it came from the network.</summary>
    public static TaskState Read(ReadOnlySpan<byte> body, TaskMembers members)
    {
        TaskState state = new();
        ReadOnlySpan<byte> json = WireJson.Clean(body);
        Utf8JsonReader reader = WireJson.Reader(json);
        try
        {
            state.IsWhole = reader.Read() && reader.TokenType == JsonTokenType.StartObject && ReadMembers(ref reader, state, members);
            state.Length = (int)reader.BytesConsumed;
        }
        catch (JsonException)
        {
            // Garbage after a good beginning: the beginning stays.
        }

        // Only then does anybody need the reason, and the response may have any shape.
        if (state.IsWhole && (state.HasError || !IsGood(state.Status))) state.Reason = ApiErrorBody.ReadTask(json[..state.Length], members.Error);
        return state;
    }

    private static bool IsGood(GenerationStatus status) => status == GenerationStatus.Completed || status == GenerationStatus.Processing || status == GenerationStatus.Pending;

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
        if (Is(ref reader, members.Id)) return ReadId(ref reader, state);
        if (Is(ref reader, members.Status)) return ReadStatus(ref reader, state);
        if (Is(ref reader, members.Type)) return ReadType(ref reader, state);
        if (Is(ref reader, members.Progress)) return ReadProgress(ref reader, state);
        if (Is(ref reader, members.Results)) return reader.Read() && ResultReader.Read(ref reader, state);
        if (Is(ref reader, members.ResultData)) return reader.Read() && ReadResultData(ref reader, state);
        if (Is(ref reader, members.Error)) return reader.Read() && ReadError(ref reader, state);
        if (Is(ref reader, members.TaskInfo)) return reader.Read() && ReadTaskInfo(ref reader, state, members);
        return reader.Read() && reader.TrySkip();
    }

    private static bool ReadId(ref Utf8JsonReader reader, TaskState state)
    {
        if (!Text(ref reader, out string? id)) return false;
        if (id?.Length <= MaxIdCharacters) state.Id ??= id;
        return true;
    }

    private static bool ReadStatus(ref Utf8JsonReader reader, TaskState state)
    {
        if (!Text(ref reader, out string? status)) return false;
        if (status is not null) state.Status = status;
        return true;
    }

    private static bool ReadType(ref Utf8JsonReader reader, TaskState state)
    {
        if (!Text(ref reader, out string? type)) return false;
        state.Type = type ?? state.Type;
        return true;
    }

    private static bool ReadProgress(ref Utf8JsonReader reader, TaskState state)
    {
        if (!Number(ref reader, out double? progress)) return false;
        state.Progress = progress ?? state.Progress;
        return true;
    }

    private static bool ReadError(ref Utf8JsonReader reader, TaskState state)
    {
        if (reader.TokenType is not (JsonTokenType.Null or JsonTokenType.False)) state.HasError = true;
        return reader.TrySkip();
    }

    private static bool ReadResultData(ref Utf8JsonReader reader, TaskState state)
    {
        bool isContainer = reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject;
        long start = reader.TokenStartIndex;
        if (!reader.TrySkip()) return false;

        // "[]" and "{}" say nothing; an element's id has at least a name or a value between.
        state.HasResultData |= isContainer ? reader.BytesConsumed - start > 2 : reader.TokenType != JsonTokenType.Null;
        return true;
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

    // A string, or a number as it is written: some ids are numbers. One of blanks says nothing.
    private static bool Text(ref Utf8JsonReader reader, out string? value)
    {
        value = null;
        if (!reader.Read()) return false;
        if (reader.TokenType == JsonTokenType.String) value = reader.GetString();
        else if (reader.TokenType == JsonTokenType.Number) value = System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
        if (string.IsNullOrWhiteSpace(value)) value = null;
        return reader.TrySkip();
    }

    // A number, or text that begins with one: "45", "45%", "45 %", "12.5s".
    private static bool Number(ref Utf8JsonReader reader, out double? value)
    {
        value = null;
        if (!reader.Read()) return false;
        double number = double.NaN;
        bool isNumber = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDouble(out number),
            JsonTokenType.String => double.TryParse(reader.GetString().AsSpan().Trim().TrimEnd("%s").Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
        if (isNumber && double.IsFinite(number)) value = number;
        return reader.TrySkip();
    }
}
