using System.Buffers;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Evolink.Images;

/// <summary>Writes what was asked for in the model's own words.</summary>
internal sealed class ImageRequestBuilder
{
    private readonly ModelInfo _model;
    private readonly JsonObject _members;

    private ImageRequestBuilder(ModelInfo model, JsonObject members) => (_model, _members) = (model, members);

    /// <exception cref="ArgumentException">No model is named, it makes no images, or it has no parameter for something that is asked for.</exception>
    public static ImageRequestBuilder Create(IImageGenerator generator, string? prompt, ImageGenerationOptions? options, string? defaultModelId)
    {
        JsonObject members = ReadRaw(options?.RawRepresentationFactory?.Invoke(generator));
        string id = options?.ModelId ?? ReadModel(members) ?? defaultModelId
            ?? throw new ArgumentException("No model is named. Set ImageGenerationOptions.ModelId, or give the generator a default.", nameof(options));
        ImageRequestBuilder builder = new(ImageModels.Find(id), members);
        // Some models change an image without being told how, and the interface has no call without a prompt.
        builder.Set("prompt", string.IsNullOrEmpty(prompt) ? null : JsonValue.Create(prompt), "a prompt");
        if (options is not null) builder.Add(options);
        return builder;
    }

    /// <summary>The request with its images, checked.</summary>
    /// <exception cref="EvolinkValidationException">It is not as the model's specification demands.</exception>
    public GenerationRequest Build(IReadOnlyList<Uri> images)
    {
        JsonObject members = _members.DeepClone().AsObject();
        if (images.Count > 0) AddImages(members, images);
        JsonElement json = JsonSerializer.SerializeToElement(members, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonObject)));
        return _model.TryCreateRequest(json, out GenerationRequest? request, out IReadOnlyList<ValidationResult> problems) ? request : throw new EvolinkValidationException(problems);
    }

    private void Add(ImageGenerationOptions options)
    {
        if (options.Count is { } count && (count != 1 || Has("n"))) SetMissing("n", JsonValue.Create(count), "a number of images");
        if (options.ImageSize is { } size) SetMissing("size", JsonValue.Create(ImageSize.Find(Parameter("size", "a size"), size)), "a size");
        if (options.MediaType is { } type) SetMissing("output_format", JsonValue.Create(ImageFormat.Find(Parameter("output_format", "a format"), type)), "a format");
        foreach (KeyValuePair<string, object?> other in options.AdditionalProperties ?? [])
        {
            SetMissing(other.Key, ToNode(other.Value), other.Key);
        }
    }

    private void AddImages(JsonObject members, IReadOnlyList<Uri> images)
    {
        ModelParameter parameter = _model.Parameters.FirstOrDefault(static parameter => parameter.Media?.Kind == "image" && parameter.Items is not null)
            ?? _model.Parameters.FirstOrDefault(static parameter => parameter.Media?.Kind == "image")
            ?? throw Refused("images to change");
        if (parameter.Items is null && images.Count > 1) throw new ArgumentException($"The model '{_model.Id}' changes one image at a time, not {images.Count}.");
        members[parameter.Name] = parameter.Items is null
            ? JsonValue.Create(images[0].AbsoluteUri)
            : new JsonArray([.. images.Select(static image => JsonValue.Create(image.AbsoluteUri))]);
    }

    private void Set(string name, JsonNode? value, string meaning)
    {
        if (value is null) return;
        Parameter(name, meaning);
        _members[name] = value;
    }

    /// <summary>A request of the caller's own says it first.</summary>
    private void SetMissing(string name, JsonNode? value, string meaning)
    {
        if (!_members.ContainsKey(name)) Set(name, value, meaning);
    }

    private bool Has(string name) => _model.Parameters.Any(parameter => parameter.Name == name);

    private ModelParameter Parameter(string name, string meaning) => _model.Parameters.FirstOrDefault(parameter => parameter.Name == name) ?? throw Refused(meaning);

    private ArgumentException Refused(string what) =>
        new($"The model '{_model.Id}' does not take {what}. It takes {string.Join(", ", _model.Parameters.Select(static parameter => parameter.Name))}.");

    private static string? ReadModel(JsonObject members) => members["model"] is JsonValue value && value.TryGetValue(out string? model) ? model : null;

    private static JsonObject ReadRaw(object? raw)
    {
        if (raw is null) return [];
        if (raw is not GenerationRequest request)
        {
            throw new ArgumentException($"ImageGenerationOptions.RawRepresentationFactory made a {raw.GetType().Name}, and must make a request of this client's, a GenerationRequest.");
        }

        ArrayBufferWriter<byte> written = new();
        using (Utf8JsonWriter writer = new(written))
        {
            request.WriteTo(writer);
        }

        return JsonNode.Parse(written.WrittenSpan)!.AsObject();
    }

    private static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        Uri address => JsonValue.Create(address.OriginalString),
        _ => JsonSerializer.SerializeToNode(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType())),
    };
}
