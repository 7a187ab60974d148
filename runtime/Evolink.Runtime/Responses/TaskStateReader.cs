using System.Globalization;
using System.Text;
using System.Text.Json;
using Evolink.Runtime.Contract;
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
    private static readonly (string Text, byte[] Utf8)[] s_statuses = [.. GenerationStatus.Known.Select(status => (status.Value, Encoding.UTF8.GetBytes(status.Value)))];
    private static readonly (string Text, byte[] Utf8)[] s_types = [.. new[] { "video", "image", "audio" }.Select(type => (type, Encoding.UTF8.GetBytes(type)))];

    // No URL could carry a longer one.
    private const int MaxIdCharacters = 1024;

    // What a server says must not be kept at any length.
    private const int MaxSharedCharacters = 100;

    /// <summary>Reads a body as it came from the network.</summary>
    public static TaskState Read(ReadOnlySpan<byte> body, TaskFamily family)
    {
        TaskState state = new() { RequiresResults = family.RequiresResults };
        ReadOnlySpan<byte> json = WireJson.Clean(body);
        Utf8JsonReader reader = WireJson.Reader(json);
        try
        {
            state.IsWhole = reader.Read() && reader.TokenType == JsonTokenType.StartObject && ReadMembers(ref reader, state, family.Members, family);
            state.Length = (int)reader.BytesConsumed;
        }
        catch (JsonException)
        {
            // Garbage after a good beginning: the beginning stays.
        }

        if (state.IsWhole) Conclude(state, family);

        // Only then does anybody need the reason, and the response may have any shape.
        if (state.IsWhole && (state.HasError || !IsGood(state.Status))) state.Reason = ApiErrorBody.ReadTask(json[..state.Length], family.Error);
        return state;
    }

    // What a member means may depend on the others, which come in any order.
    private static void Conclude(TaskState state, TaskFamily family)
    {
        if (state.Status == default && family.ReadStatus(null) is var absent && absent != default) state.Status = absent;

        // Where the status is a flag, done is not yet well.
        if (state is { IsFlag: true, HasError: true } && state.Status == GenerationStatus.Completed) state.Status = GenerationStatus.Recognize(state.Status.Value, GenerationStatus.Failed);
    }

    private static bool IsGood(GenerationStatus status) => status == GenerationStatus.Completed || status == GenerationStatus.Processing || status == GenerationStatus.Pending;

    private static bool ReadMembers(ref Utf8JsonReader reader, TaskState state, TaskMemberNode node, TaskFamily family)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject) return true;
            TaskMemberNode? child = Find(ref reader, node);
            if (!reader.Read() || !(child is null ? reader.TrySkip() : ReadValue(ref reader, state, child, family))) return false;
        }

        return false;
    }

    private static bool ReadItems(ref Utf8JsonReader reader, TaskState state, TaskMemberNode node, TaskFamily family)
    {
        for (int index = 0; reader.Read(); index++)
        {
            if (reader.TokenType == JsonTokenType.EndArray) return true;
            TaskMemberNode? child = Find(index, node);
            if (!(child is null ? reader.TrySkip() : ReadValue(ref reader, state, child, family))) return false;
        }

        return false;
    }

    private static TaskMemberNode? Find(ref Utf8JsonReader reader, TaskMemberNode node)
    {
        foreach (TaskMemberNode child in node.Children)
            if (reader.ValueTextEquals(child.Name)) return child;
        return null;
    }

    private static TaskMemberNode? Find(int index, TaskMemberNode node)
    {
        foreach (TaskMemberNode child in node.Children)
            if (child.Index == index) return child;
        return null;
    }

    // Stands on a value's first token and is left on its last; false where the bytes end first.
    private static bool ReadValue(ref Utf8JsonReader reader, TaskState state, TaskMemberNode node, TaskFamily family)
    {
        if (node.Children.IsEmpty) return ReadMember(ref reader, state, node.Member, family);
        if (node.Member == TaskMember.None && reader.TokenType != JsonTokenType.String) return ReadContainer(ref reader, state, node, family);

        // A member that other pointers go through is read twice; so is a text that may be JSON itself.
        Utf8JsonReader inner = reader;
        if (reader.TokenType == JsonTokenType.String) ReadText(reader.GetString()!, state, node, family);
        else ReadContainer(ref inner, state, node, family);
        return ReadMember(ref reader, state, node.Member, family);
    }

    private static bool ReadContainer(ref Utf8JsonReader reader, TaskState state, TaskMemberNode node, TaskFamily family) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadMembers(ref reader, state, node, family),
        JsonTokenType.StartArray => ReadItems(ref reader, state, node, family),
        _ => reader.TrySkip(),
    };

    private static void ReadText(string text, TaskState state, TaskMemberNode node, TaskFamily family)
    {
        Utf8JsonReader reader = WireJson.Reader(WireJson.Clean(Encoding.UTF8.GetBytes(text)));
        try
        {
            if (reader.Read()) ReadContainer(ref reader, state, node, family);
        }
        catch (JsonException)
        {
            // A text that is no JSON holds no members.
        }
    }

    private static bool ReadMember(ref Utf8JsonReader reader, TaskState state, TaskMember member, TaskFamily family) => member switch
    {
        TaskMember.Id => ReadId(ref reader, state),
        TaskMember.Status => ReadStatus(ref reader, state, family),
        TaskMember.Type => ReadType(ref reader, state),
        TaskMember.Model => ReadModel(ref reader, state, family),
        TaskMember.Progress => ReadProgress(ref reader, state, family),
        TaskMember.Results => ResultReader.Read(ref reader, state),
        TaskMember.ResultData => ReadResultData(ref reader, state),
        TaskMember.Error => ReadError(ref reader, state),
        TaskMember.EstimatedTime => ReadEstimatedTime(ref reader, state),
        TaskMember.CreditsReserved => ReadCreditsReserved(ref reader, state),
        _ => reader.TrySkip(),
    };

    private static bool ReadId(ref Utf8JsonReader reader, TaskState state)
    {
        if (!Text(ref reader, out string? id)) return false;
        if (id?.Length <= MaxIdCharacters) state.Id ??= id;
        return true;
    }

    private static bool ReadStatus(ref Utf8JsonReader reader, TaskState state, TaskFamily family)
    {
        bool isFlag = reader.TokenType is JsonTokenType.True or JsonTokenType.False;
        string? status = isFlag ? (reader.TokenType == JsonTokenType.True ? "true" : "false") : Usual(ref reader, s_statuses);
        if (!isFlag && status is null && !Text(ref reader, out status)) return false;
        if (status is not null) (state.Status, state.IsFlag) = (family.ReadStatus(status), isFlag);
        return true;
    }

    private static bool ReadType(ref Utf8JsonReader reader, TaskState state)
    {
        string? type = Usual(ref reader, s_types);
        if (type is null && !Text(ref reader, out type)) return false;
        state.Type = type ?? state.Type;
        return true;
    }

    private static bool ReadModel(ref Utf8JsonReader reader, TaskState state, TaskFamily family)
    {
        // Read once: another thread may put another model there in between.
        if (family.LastModel is { } last && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(last))
        {
            state.Model = last;
            return true;
        }

        if (!Text(ref reader, out string? model)) return false;
        if (model?.Length <= MaxSharedCharacters) family.LastModel = model;
        state.Model = model ?? state.Model;
        return true;
    }

    private static bool ReadProgress(ref Utf8JsonReader reader, TaskState state, TaskFamily family)
    {
        if (!Number(ref reader, out double? progress)) return false;
        state.Progress = progress * 100 / family.ProgressMaximum ?? state.Progress;
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

    private static bool ReadEstimatedTime(ref Utf8JsonReader reader, TaskState state)
    {
        if (!Number(ref reader, out double? seconds)) return false;

        // Less than a millisecond is none: its logarithm would spoil what is learnt of the model.
        if (seconds is >= 0.001 and < 1e6) state.EstimatedTime = TimeSpan.FromSeconds(seconds.Value);
        return true;
    }

    // The words that nearly every response has, without a copy of each.
    private static string? Usual(ref Utf8JsonReader reader, (string Text, byte[] Utf8)[] words)
    {
        if (reader.TokenType != JsonTokenType.String) return null;
        foreach ((string text, byte[] utf8) in words)
            if (reader.ValueTextEquals(utf8)) return text;
        return null;
    }

    private static bool ReadCreditsReserved(ref Utf8JsonReader reader, TaskState state)
    {
        if (!Number(ref reader, out double? credits)) return false;
        if (credits is >= 0 and < 1e15) state.CreditsReserved = (decimal)credits.Value;
        return true;
    }

    // A string, or a number as it is written: some ids are numbers. One of blanks says nothing.
    private static bool Text(ref Utf8JsonReader reader, out string? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.String) value = reader.GetString();
        else if (reader.TokenType == JsonTokenType.Number) value = Encoding.UTF8.GetString(reader.ValueSpan);
        if (string.IsNullOrWhiteSpace(value)) value = null;
        return reader.TrySkip();
    }

    // A number, or text that begins with one: "45", "45%", "45 %", "12.5s".
    private static bool Number(ref Utf8JsonReader reader, out double? value)
    {
        value = null;
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
