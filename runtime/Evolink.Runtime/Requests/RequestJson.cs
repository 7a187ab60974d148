using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Evolink.Runtime.Requests;

/// <summary>Reads and writes a request of which only a base type is known.</summary>
internal static class RequestJson
{
    /// <summary>Names the type where the model does not. No API has such a member, so it is never taken for one of theirs.</summary>
    private const string NameMember = "$request";

    // A writer has a limit of its own, and what it wrote is read here whole.
    private static readonly JsonReaderOptions s_unlimited = new() { MaxDepth = int.MaxValue };

    /// <summary>Writes a request; with its type's name where the model would not lead back to that type.</summary>
    public static void Write(Utf8JsonWriter writer, GenerationRequest request, Type baseType)
    {
        ReadOnlyMemory<byte> json = Written(request.WriteTo);
        string? model = JsonRead.Peek(Start(json.Span, s_unlimited), "model"u8);
        if (RequestTypes.WithModel(baseType, model) is [{ Type: var found }] && found == request.GetType())
        {
            request.WriteTo(writer);
            return;
        }

        using JsonDocument members = Parse(json);
        writer.WriteStartObject();
        writer.WriteString(NameMember, request.GetType().FullName);
        foreach (JsonProperty member in members.RootElement.EnumerateObject())
        {
            member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads a request by the name of its type or, where there is none that is known, by its model.</summary>
    /// <exception cref="JsonException">Which type it is cannot be told, or it cannot be read as that.</exception>
    public static GenerationRequest Read(ref Utf8JsonReader reader, Type baseType)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Expected an object: a request.");
        }

        JsonReaderOptions options = reader.CurrentState.Options;
        byte[] json = JsonMarshal.GetRawUtf8Value(JsonElement.ParseValue(ref reader)).ToArray();
        string? name = TakeName(json, options);
        string? model = JsonRead.Peek(Start(json, options), "model"u8);
        IReadOnlyList<RequestType> found = RequestTypes.Find(baseType, name, model);
        return found.Count == 1 ? Read(found[0], json, options) : OnlyValid(found, json, options, baseType, model);
    }

    /// <summary>A request as it is written, to be looked at or written anew.</summary>
    public static JsonDocument Parse(GenerationRequest request) => Parse(Written(request.WriteTo));

    /// <summary>Reads a request of what is written here.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="write">Writes an object.</param>
    public static GenerationRequest Create(RequestType type, Action<Utf8JsonWriter> write) => Read(type, Written(write).Span, s_unlimited);

    private static JsonDocument Parse(ReadOnlyMemory<byte> json) => JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = s_unlimited.MaxDepth });

    private static ReadOnlyMemory<byte> Written(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> json = new();
        using (Utf8JsonWriter writer = new(json)) write(writer);
        return json.WrittenMemory;
    }

    private static GenerationRequest Read(RequestType type, ReadOnlySpan<byte> json, JsonReaderOptions options)
    {
        Utf8JsonReader reader = Start(json, options);
        return JsonRead.Located(ref reader, type.Read);
    }

    /// <summary>Of several types that a model has, the one for which the request is valid.</summary>
    private static GenerationRequest OnlyValid(
        IReadOnlyList<RequestType> types, byte[] json, JsonReaderOptions options, Type baseType, string? model)
    {
        List<GenerationRequest> valid = [];
        foreach (RequestType type in types)
        {
            try
            {
                GenerationRequest request = Read(type, json, options);
                if (request.TryValidate(out _))
                {
                    valid.Add(request);
                }
            }
            catch (JsonException)
            {
                // It is not of this type; another one may take it.
            }
        }

        return valid.Count == 1 ? valid[0] : throw RequestTypes.Undecided(baseType, model, types);
    }

    private static Utf8JsonReader Start(ReadOnlySpan<byte> json, JsonReaderOptions options)
    {
        Utf8JsonReader reader = new(json, options);
        reader.Read();
        return reader;
    }

    // The member is overwritten with spaces: what is left is read as it came, to the last digit.
    private static string? TakeName(byte[] json, JsonReaderOptions options)
    {
        Utf8JsonReader reader = Start(json, options);
        int first = (int)reader.BytesConsumed;
        for (int before = first; JsonRead.NextMember(ref reader); before = (int)reader.BytesConsumed)
        {
            int start = (int)reader.TokenStartIndex;
            if (!JsonRead.Is(ref reader, "$request"u8))
            {
                reader.Skip();
                continue;
            }

            string? name = reader.TokenType == JsonTokenType.String ? JsonRead.String(ref reader) : null;
            reader.Skip();
            int end = (int)reader.BytesConsumed;
            if (before != first)
            {
                start = before;
            }
            else if (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                end = (int)reader.TokenStartIndex;
            }

            json.AsSpan(start, end - start).Fill((byte)' ');
            return name;
        }

        return null;
    }
}
