using System.Text;
using System.Text.Json;
using Evolink.Runtime.Json;

namespace Evolink.Runtime.Responses;

/// <summary>
/// Reads the addresses of a task's results. They are paid for, so that whatever plainly is an address is taken: one string instead of a
/// list, an object with a <c>url</c>. Entries that are none are left out, and do not spoil those beside them.
/// </summary>
internal static class ResultReader
{
    // How deep addresses are looked for, in objects, lists and texts that are JSON themselves.
    private const int MaxDepth = 8;

    /// <summary>Stands on the value's first token and is left on its last; false where the bytes end first.</summary>
    public static bool Read(ref Utf8JsonReader reader, TaskState state)
    {
        List<string> results = [];
        bool isWhole = reader.TokenType == JsonTokenType.Null || ReadEntry(ref reader, results, state, MaxDepth);

        // An empty list after a full one says nothing.
        if (results.Count > 0) state.Results = results;
        return isWhole;
    }

    /// <summary>The addresses in a whole JSON document.</summary>
    public static IReadOnlyList<string> Read(ReadOnlySpan<byte> body)
    {
        TaskState state = new();
        Utf8JsonReader reader = WireJson.Reader(WireJson.Clean(body));
        try
        {
            if (reader.Read()) Read(ref reader, state);
        }
        catch (JsonException)
        {
            // What came before counts.
        }

        return state.Results;
    }

    /// <summary>Whether a text is an absolute http(s) address.</summary>
    public static bool IsWebAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host.Length > 0;

    private static bool ReadEntry(ref Utf8JsonReader reader, List<string> results, TaskState state, int depth)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray when depth > 0:
                return ReadList(ref reader, results, state, depth - 1);
            case JsonTokenType.StartObject when depth > 0:
                return ReadObject(ref reader, results, state, depth - 1);
            case JsonTokenType.String when depth > 0:
                ReadText(reader.GetString()!, results, state, depth - 1);
                return true;
            default:
                state.HasBadResult = true;
                return reader.TrySkip();
        }
    }

    private static bool ReadList(ref Utf8JsonReader reader, List<string> results, TaskState state, int depth)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            if (!ReadEntry(ref reader, results, state, depth)) return false;
        return reader.TokenType == JsonTokenType.EndArray;
    }

    // An address, or JSON text that holds some.
    private static void ReadText(string text, List<string> results, TaskState state, int depth)
    {
        if (IsWebAddress(text))
        {
            results.Add(text.Trim());
            return;
        }

        int found = results.Count;
        if (text.AsSpan().TrimStart() is ['{' or '[', ..])
        {
            Utf8JsonReader reader = WireJson.Reader(WireJson.Clean(Encoding.UTF8.GetBytes(text)));
            try
            {
                if (reader.Read()) ReadEntry(ref reader, results, state, depth);
            }
            catch (JsonException)
            {
                // Text that only looks like JSON.
            }
        }

        if (results.Count == found) state.HasBadResult = true;
    }

    // An object that has an address of its own stands for that one; any other for all that it holds.
    private static bool ReadObject(ref Utf8JsonReader reader, List<string> results, TaskState state, int depth)
    {
        Utf8JsonReader inner = reader;
        if (!ReadAddress(ref reader, out string? address)) return false;
        if (address is not null)
        {
            results.Add(address.Trim());
            return true;
        }

        int found = results.Count;
        while (inner.Read() && inner.TokenType == JsonTokenType.PropertyName)
            if (!inner.Read() || !ReadEntry(ref inner, results, state, depth)) break;
        if (results.Count == found) state.HasBadResult = true;
        return true;
    }

    // "url" itself goes before "video_url", "download_url" and their like, of which the first counts.
    private static bool ReadAddress(ref Utf8JsonReader reader, out string? address)
    {
        address = null;
        bool isUrl = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            if (!reader.Read()) return false;
            bool isBetter = !isUrl && (name == "url" || (address is null && IsAddressName(name)));
            if (isBetter && reader.TokenType == JsonTokenType.String && reader.GetString() is var text && IsWebAddress(text)) (address, isUrl) = (text, name == "url");
            if (!reader.TrySkip()) return false;
        }

        return reader.TokenType == JsonTokenType.EndObject;
    }

    private static bool IsAddressName(string name) =>
        name.EndsWith("url", StringComparison.OrdinalIgnoreCase) || name.EndsWith("uri", StringComparison.OrdinalIgnoreCase) || name is "href" or "link";
}
