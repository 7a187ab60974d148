using System.Text.Json;

namespace Evolink.Webhooks;

/// <summary>The one thing that is taken from a callback: which task it speaks of. It is unsigned, so the rest is hearsay.</summary>
internal static class CallbackBody
{
    /// <summary>What a callback may be long, in bytes: it is a task, and those are a few kilobytes.</summary>
    public const int MaxBytes = 256 * 1024;

    private const int LongestId = 200;
    private const int MaxDepth = 64;

    /// <summary>The task's id; null where the body is no task.</summary>
    public static string? FindTaskId(ReadOnlySpan<byte> json)
    {
        try
        {
            Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = MaxDepth });
            string? id = null;
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isId = reader.ValueTextEquals("id"u8);
                reader.Read();
                if (isId && (id is not null || reader.TokenType != JsonTokenType.String)) return null;
                if (isId) id = reader.GetString();
                reader.Skip();
            }

            // To the end: what comes after the object makes it something else.
            return !reader.Read() && id is { Length: > 0 and <= LongestId } && id.All(IsIdCharacter) ? id : null;
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // It becomes a part of a path, and of log lines.
    private static bool IsIdCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
