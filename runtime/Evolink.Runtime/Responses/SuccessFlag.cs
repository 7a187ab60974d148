using System.Text.Json;
using Evolink.Runtime.Json;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Responses;

/// <summary>Finds <c>"success": false</c>: some operations answer 200 and say in the body that they failed.</summary>
internal static class SuccessFlag
{
    public static bool IsFalse(ReadOnlySpan<byte> body)
    {
        // Nearly every response has no such member, and searching for the name costs next to nothing.
        ReadOnlySpan<byte> text = WireText.Utf8(body);
        if (text.IndexOf("\"success\""u8) < 0) return false;
        Utf8JsonReader reader = WireJson.Reader(WireJson.Clean(text));
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isFlag = reader.ValueTextEquals("success"u8);
                if (!reader.Read()) return false;
                if (isFlag && reader.TokenType != JsonTokenType.Null) return reader.TokenType == JsonTokenType.False;
                if (!reader.TrySkip()) return false;
            }
        }
        catch (JsonException)
        {
            // Whoever reads the body for its content reports that it is no JSON.
        }

        return false;
    }
}
