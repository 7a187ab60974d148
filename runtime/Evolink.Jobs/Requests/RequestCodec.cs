using System.Buffers;
using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using Evolink.Jobs.Model;
using Evolink.Runtime.Requests;

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

    /// <summary>A request of the kind that has created a job's task: by which operation the task is asked for, whatever its model takes by now.</summary>
    /// <exception cref="UnreadableRequestException">Nobody here knows what kind that was.</exception>
    public GenerationRequest ReadKind(GenerationJob job)
    {
        try
        {
            return Read(job);
        }
        catch (UnreadableRequestException)
        {
            if (FindType(job) is { } type && Examples(job, type).FirstOrDefault() is { } request) return request;
            throw;
        }
    }

    /// <summary>The type of the request that was sent; null for one that no client here has.</summary>
    private RequestType? FindType(GenerationJob job)
    {
        try
        {
            // A job that has turned to another model names the type of its first.
            if (job.Fallbacks == 0) return RequestTypes.Find(typeof(GenerationRequest), job.RequestType, null).FirstOrDefault(type => type.FullName == job.RequestType);
            if (_models.Value[job.CurrentModel].FirstOrDefault() is { } model) return RequestTypes.Find(model.RequestType);
            return RequestTypes.Find(typeof(GenerationRequest), null, job.CurrentModel).SingleOrDefault(type => type.Models.Contains(job.CurrentModel));
        }
        catch (Exception unknown) when (unknown is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Requests of a type, as far as they can be read: the job's own, and those that models of the type have as examples.</summary>
    private IEnumerable<GenerationRequest> Examples(GenerationJob job, RequestType type)
    {
        IEnumerable<string> examples = (catalogue?.All ?? []).Where(model => model.RequestType == type.Type).Select(static model => model.Example).OfType<string>();
        foreach (string json in examples.Prepend(job.Request))
        {
            GenerationRequest request;
            try
            {
                JsonElement members = Members(json, job.CurrentModel);
                request = RequestJson.Create(type, members.WriteTo);
            }
            catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or NotSupportedException or ArgumentException)
            {
                continue;
            }

            yield return request;
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
