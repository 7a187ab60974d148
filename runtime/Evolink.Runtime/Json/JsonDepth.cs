using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Evolink.Runtime.Json;

/// <summary>
/// How deeply values may be nested in each other. Generated types are read, written and checked by functions that call
/// themselves, and a stack that overflows ends the process: a cycle, or JSON made to be deep, must fail before that.
/// </summary>
internal static class JsonDepth
{
    /// <summary>Far more than any service's own limit, and few enough for a thread of 256 KB.</summary>
    public const int Limit = 256;

    public const string Problem = "nested too deeply (more than 256 levels, or a value contains itself)";

    /// <summary>For reading what has been written here, with a limit of its own: .NET takes 64 levels by default.</summary>
    public static JsonDocumentOptions Unlimited => new() { MaxDepth = int.MaxValue };

    /// <summary>Whether one more level may be entered.</summary>
    /// <param name="depth">The levels that are open.</param>
    public static bool HasRoom(int depth) => depth < Limit && RuntimeHelpers.TryEnsureSufficientExecutionStack();

    /// <summary>Whether a JSON value keeps to the limit.</summary>
    public static bool HasRoom(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
        {
            return true;
        }

        ReadOnlySpan<byte> json = JsonMarshal.GetRawUtf8Value(value);
        if (json.Length <= 2 * Limit)
        {
            return true;
        }

        // Not the reader's own limit: it would throw. What stands in the value has been read before, so it is JSON, perhaps
        // with comments and commas that whoever read it allowed.
        JsonReaderOptions options = new() { MaxDepth = int.MaxValue, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        Utf8JsonReader reader = new(json, options);
        while (reader.Read())
        {
            if (reader.CurrentDepth > Limit)
            {
                return false;
            }
        }

        return true;
    }
}
