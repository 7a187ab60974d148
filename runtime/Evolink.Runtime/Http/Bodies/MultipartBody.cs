using System.Text;
using System.Text.Json;
using Evolink.Runtime.Files;
using Evolink.Runtime.Http.Parameters;
using Evolink.Runtime.Json;

namespace Evolink.Runtime.Http.Bodies;

/// <summary>A body of several parts, <c>multipart/form-data</c> (RFC 7578): files as streams, every other field as text or JSON.</summary>
internal sealed class MultipartBody(JsonBody value, FileParts files, IReadOnlyList<ApiField> fields) : RequestBody
{
    private readonly string _boundary = Guid.NewGuid().ToString("N");

    public override void Validate() => value.Validate();

    public override PreparedBody Prepare()
    {
        using JsonDocument json = JsonDocument.Parse(value.Write(), JsonDepth.Unlimited);
        List<BodySegment> segments = [];
        foreach (JsonProperty member in json.RootElement.EnumerateObject())
        {
            List<UploadFile> own = files.Find(member.Name).ToList();
            ApiField field = FormFields.Find(fields, member.Name);
            if (own.Count > 0) own.ForEach(file => AddFile(segments, field, file));
            else AddField(segments, field, member.Value);
        }

        segments.Add(Bytes($"--{_boundary}--\r\n"));
        return new($"multipart/form-data; boundary={_boundary}", segments);
    }

    private void AddFile(List<BodySegment> segments, ApiField field, UploadFile file)
    {
        string type = file.ContentType ?? (MediaTypes.IsOne(field.ContentType) ? field.ContentType : null) ?? MediaTypes.FromFileName(file.FileName);
        segments.Add(Bytes($"--{_boundary}\r\nContent-Disposition: form-data; name=\"{Quoted(field.Name)}\"; filename=\"{Quoted(file.FileName)}\"\r\nContent-Type: {type}\r\n\r\n"));
        segments.Add(file.Segment);
        segments.Add(Bytes("\r\n"));
    }

    private void AddField(List<BodySegment> segments, ApiField field, JsonElement value)
    {
        bool isJson = field.Style is null && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        string type = MediaTypes.IsOne(field.ContentType) ? $"Content-Type: {field.ContentType}\r\n"
            : isJson && IsNested(value) ? "Content-Type: application/json\r\n" : "";
        // A list is a part an item here, of which the encoding speaks.
        bool isListOfJson = field.Style is null && value.ValueKind == JsonValueKind.Array && field.ContentType is { } contentType && MediaTypes.IsJson(contentType);
        List<KeyValuePair<string, string>> parts = isListOfJson
            ? [.. value.EnumerateArray().Select(item => new KeyValuePair<string, string>(field.Name, item.GetRawText()))]
            : field.ToPairs(value, ParameterText.Plain);
        foreach ((string name, string text) in parts)
        {
            segments.Add(Bytes($"--{_boundary}\r\nContent-Disposition: form-data; name=\"{Quoted(name)}\"\r\n{type}\r\n{text}\r\n"));
        }
    }

    private static bool IsNested(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object || value.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array);

    private static BodySegment Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    // As browsers do it: these three would end the name or the header.
    private static string Quoted(string text) =>
        text.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}
