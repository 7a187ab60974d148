using System.Text.Json;

namespace Evolink.Runtime.Responses;

/// <summary>
/// Reads the addresses of a task's results. They are paid for, so that whatever plainly is an address is taken: one string instead of a
/// list, an object with a <c>url</c>. Entries that are none are left out, and do not spoil those beside them.
/// </summary>
internal static class ResultReader
{
    /// <summary>Stands on the value's first token and is left on its last; false where the bytes end first.</summary>
    public static bool Read(ref Utf8JsonReader reader, TaskState state)
    {
        List<string> results = [];
        bool isWhole = reader.TokenType switch
        {
            JsonTokenType.Null => true,
            JsonTokenType.StartArray => ReadList(ref reader, results, state),
            _ => ReadEntry(ref reader, results, state),
        };

        // An empty list after a full one says nothing.
        if (results.Count > 0) state.Results = results;
        return isWhole;
    }

    /// <summary>Whether a text is an absolute http(s) address.</summary>
    public static bool IsWebAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host.Length > 0;

    private static bool ReadList(ref Utf8JsonReader reader, List<string> results, TaskState state)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            if (!ReadEntry(ref reader, results, state)) return false;
        return reader.TokenType == JsonTokenType.EndArray;
    }

    private static bool ReadEntry(ref Utf8JsonReader reader, List<string> results, TaskState state)
    {
        string? address = null;
        if (reader.TokenType == JsonTokenType.String) address = reader.GetString();
        else if (reader.TokenType == JsonTokenType.StartObject && !ReadAddress(ref reader, out address)) return false;
        if (IsWebAddress(address)) results.Add(address!.Trim());
        else state.HasBadResult = true;
        return reader.TrySkip();
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
