using System.Buffers;
using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using Evolink.Jobs.Model;

namespace Evolink.Jobs.Requests;

/// <summary>Requests as a store holds them: JSON, with the model and the type that they are read back by.</summary>
/// <param name="catalogue">The models; null for a host that names none. Then requests are read by what their clients tell of themselves.</param>
internal sealed class RequestCodec(ModelCatalogue? catalogue)
{
    private const string ModelMember = "model";
    private static readonly JsonModelResolver s_resolver = new();
    private static readonly JsonSerializerOptions s_json = new() { TypeInfoResolver = s_resolver };

    private readonly Lazy<ILookup<string, ModelInfo>> _models = new(() => (catalogue?.All ?? []).ToLookup(static model => model.Id, StringComparer.Ordinal));

    /// <summary>Writes a request, and names its model and type.</summary>
    public static (string Model, string Type, string Json) Write(GenerationRequest request)
    {
        string json = JsonSerializer.Serialize(request, s_json.GetTypeInfo(typeof(GenerationRequest)));
        using JsonDocument document = JsonDocument.Parse(json);
        string type = request.GetType().FullName!;
        return (document.RootElement.TryGetProperty(ModelMember, out JsonElement model) && model.ValueKind == JsonValueKind.String ? model.GetString()! : type, type, json);
    }

    /// <summary>The request of a job for the model whose turn it is.</summary>
    /// <exception cref="UnreadableRequestException">It cannot be read back, or the model does not take it.</exception>
    public GenerationRequest Read(GenerationJob job)
    {
        try
        {
            if (job.Fallbacks == 0) return ReadOwn(job);
            return ReadFor(job.CurrentModel, job);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            // No JSON, no object, or of a type that nobody knows: in any case nothing was sent.
            throw new UnreadableRequestException(unreadable.Message);
        }
    }

    private GenerationRequest ReadOwn(GenerationJob job)
    {
        if (_models.Value[job.Model].FirstOrDefault(model => model.RequestType.FullName == job.RequestType) is { } own) return Create(own, Members(job.Request, null));
        return Deserialize(job.Request);
    }

    // The same wishes for another model: what it does not know, it would not do, and so it is passed over.
    private GenerationRequest ReadFor(string model, GenerationJob job)
    {
        if (catalogue is null)
        {
            GenerationRequest request = Deserialize(Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(Members(job.Request, model), JobJson.Default.JsonElement)));
            return request.TryValidate(out IReadOnlyList<ValidationResult> results) ? request : throw Invalid(model, results);
        }

        JsonElement members = Members(job.Request, model);
        return _models.Value[model].FirstOrDefault() is { } other ? Create(other, members) : throw new UnreadableRequestException($"There is no model '{model}'.");
    }

    private static GenerationRequest Create(ModelInfo model, JsonElement members) =>
        model.TryCreateRequest(members, out GenerationRequest? request, out IReadOnlyList<ValidationResult> problems) ? request : throw Invalid(model.Id, problems);

    private static GenerationRequest Deserialize(string json) =>
        (GenerationRequest?)JsonSerializer.Deserialize(json, s_json.GetTypeInfo(typeof(GenerationRequest))) ?? throw new UnreadableRequestException("It is null.");

    private static UnreadableRequestException Invalid(string model, IEnumerable<ValidationResult> problems) =>
        new($"{model} does not take it: {string.Join(" ", problems.Select(static problem => problem.ErrorMessage))}");

    /// <summary>The members of a request as the server gets them, with another model where one is named.</summary>
    private static JsonElement Members(string json, string? model)
    {
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 512 });
        ArrayBufferWriter<byte> written = new();
        using (Utf8JsonWriter writer = new(written, new JsonWriterOptions { MaxDepth = 512 }))
        {
            writer.WriteStartObject();
            if (model is not null) writer.WriteString(ModelMember, model);
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                // The name that tells apart types of one model is this program's, and no model's parameter.
                if (member.Name == "$request" || (model is not null && member.NameEquals(ModelMember))) continue;
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(written.WrittenSpan, new JsonDocumentOptions { MaxDepth = 512 });
    }
}
