using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Evolink.Runtime.Validation;

namespace Evolink.Tests.Sample;

/// <summary>What the generator emits for a request with every kind of member and rule.</summary>
[JsonConverter(typeof(SampleRequestJsonConverter))]
public sealed partial record SampleRequest : GenerationRequest, IJsonModel<SampleRequest>
{
    private static readonly Regex s_namePattern = EcmaPattern.Create("^[a-z][a-z0-9_-]*$");
    private static readonly Regex s_bindingPattern = EcmaPattern.Create("^(image|video)[1-9][0-9]*$");

    public SampleRequest()
    {
    }

    [SetsRequiredMembers]
    private SampleRequest(ref Utf8JsonReader reader)
    {
        Model = null!;
        ImageUrls = null!;
        Dictionary<string, JsonElement>? additional = null;
        while (JsonRead.NextMember(ref reader))
        {
            if (JsonRead.Is(ref reader, "model"u8)) Model = JsonRead.String(ref reader)!;
            else if (JsonRead.Is(ref reader, "image_urls"u8)) ImageUrls = JsonRead.List<Uri?>(ref reader, JsonRead.Uri)!;
            else if (JsonRead.Is(ref reader, "video_urls"u8)) VideoUrls = JsonRead.List<Uri?>(ref reader, JsonRead.Uri)!;
            else if (JsonRead.Is(ref reader, "prompt"u8)) Prompt = JsonRead.String(ref reader);
            else if (JsonRead.Is(ref reader, "name"u8)) Name = JsonRead.String(ref reader);
            else if (JsonRead.Is(ref reader, "quality"u8)) Quality = JsonRead.Value<SampleQuality>(ref reader);
            else if (JsonRead.Is(ref reader, "duration"u8)) Duration = JsonRead.Int32(ref reader);
            else if (JsonRead.Is(ref reader, "seed"u8)) Seed = JsonRead.Int64(ref reader);
            else if (JsonRead.Is(ref reader, "strength"u8)) Strength = JsonRead.Double(ref reader);
            else if (JsonRead.Is(ref reader, "price"u8)) Price = JsonRead.Decimal(ref reader);
            else if (JsonRead.Is(ref reader, "keep_sound"u8)) KeepSound = JsonRead.Boolean(ref reader);
            else if (JsonRead.Is(ref reader, "counts"u8)) Counts = JsonRead.Values<int>(ref reader, JsonRead.Int32);
            else if (JsonRead.Is(ref reader, "length"u8)) Length = JsonRead.Value<SampleLength>(ref reader);
            else if (JsonRead.Is(ref reader, "model_params"u8)) ModelParams = JsonRead.Model<SampleModelParams>(ref reader)!;
            else if (JsonRead.Is(ref reader, "voice_bindings"u8)) VoiceBindings = JsonRead.Map<Uri?>(ref reader, JsonRead.Uri)!;
            else if (JsonRead.Is(ref reader, "callback_url"u8)) CallbackUrl = JsonRead.Uri(ref reader);
            else JsonRead.Additional(ref reader, ref additional);
        }

        AdditionalProperties = additional;
    }

    [Required(AllowEmptyStrings = true)]
    [KnownValues("sample-model")]
    public string Model { get; init; } = "sample-model";

    [Required(AllowEmptyStrings = true)]
    [ItemCount(Minimum = 1, Maximum = 3)]
    public required IReadOnlyList<Uri> ImageUrls { get; init; }

    public IReadOnlyList<Uri>? VideoUrls { get; init; }

    [TextLength(2500)]
    public string? Prompt { get; init; }

    [Pattern("^[a-z][a-z0-9_-]*$")]
    public string? Name { get; init; }

    [KnownValues("720p", "1080p")]
    public SampleQuality? Quality { get; init; }

    [NumberRange(3, 30)]
    public int? Duration { get; init; }

    [NumberRange(0L, 4294967295L)]
    public long? Seed { get; init; }

    [NumberRange(0d, 1d, ExclusiveMinimum = true)]
    public double? Strength { get; init; }

    [NumberRange("", "9.99")]
    public decimal? Price { get; init; }

    public bool? KeepSound { get; init; }

    public IReadOnlyList<int>? Counts { get; init; }

    public SampleLength? Length { get; init; }

    public SampleModelParams? ModelParams { get; init; }

    public IReadOnlyDictionary<string, Uri>? VoiceBindings { get; init; }

    [CallbackUrl]
    public Uri? CallbackUrl { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? AdditionalProperties { get; init; }

    // The runtime's internals are visible here, so that the override has to say internal too; emitted code says protected.
    protected internal override ApiOperation Operation => new("createSample", "POST", "/v1/samples", "https://api.example.com");

    static SampleRequest IJsonModel<SampleRequest>.ReadFrom(ref Utf8JsonReader reader) => new(ref reader);

    public bool Equals(SampleRequest? other) => ModelContent.AreEqual(this, other);

    public override int GetHashCode() => ModelContent.HashOf(this);

    protected override bool PrintMembers(StringBuilder builder) => ModelContent.Print(builder, this);

    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        JsonWrite.String(writer, "model"u8, Model);
        JsonWrite.List(writer, "image_urls"u8, ImageUrls, JsonWrite.Uri);
        JsonWrite.List(writer, "video_urls"u8, VideoUrls, JsonWrite.Uri);
        JsonWrite.String(writer, "prompt"u8, Prompt);
        JsonWrite.String(writer, "name"u8, Name);
        JsonWrite.Value<SampleQuality>(writer, "quality"u8, Quality);
        JsonWrite.Number(writer, "duration"u8, Duration);
        JsonWrite.Number(writer, "seed"u8, Seed);
        JsonWrite.Number(writer, "strength"u8, Strength);
        JsonWrite.Number(writer, "price"u8, Price);
        JsonWrite.Boolean(writer, "keep_sound"u8, KeepSound);
        JsonWrite.List(writer, "counts"u8, Counts, JsonWrite.Number);
        JsonWrite.Value<SampleLength>(writer, "length"u8, Length);
        JsonWrite.Model(writer, "model_params"u8, ModelParams);
        JsonWrite.Map(writer, "voice_bindings"u8, VoiceBindings, JsonWrite.Uri);
        JsonWrite.Uri(writer, "callback_url"u8, CallbackUrl);
        JsonWrite.Additional(writer, AdditionalProperties);
        writer.WriteEndObject();
    }

    public override void Validate(ref SchemaValidationContext context)
    {
        context.Required(Model is not null, "Model", "model");
        context.Const(Model, "sample-model", "Model", "model");
        context.Required(ImageUrls is not null, "ImageUrls", "image_urls");
        context.MinItems(ImageUrls?.Count, 1, "ImageUrls", "image_urls");
        context.MaxItems(ImageUrls?.Count, 3, "ImageUrls", "image_urls");
        context.UniqueItems(ImageUrls, "ImageUrls", "image_urls");
        context.Items(ImageUrls, "ImageUrls", "image_urls", static (Uri item, ref SchemaValidationContext context) =>
        {
            context.NotNull(item, "", "");
            context.AbsoluteUri(item, "", "");
        });
        context.Items(VideoUrls, "VideoUrls", "video_urls", static (Uri item, ref SchemaValidationContext context) => context.AbsoluteUri(item, "", ""));
        context.MaxLength(Prompt, 2500, "Prompt", "prompt");
        context.Pattern(Name, s_namePattern, "Name", "name");
        context.Enum(Quality, SampleQuality.Known, "Quality", "quality");
        context.Minimum(Duration, 3, "Duration", "duration");
        context.Maximum(Duration, 30, "Duration", "duration");
        context.Minimum(Seed, 0, "Seed", "seed");
        context.Maximum(Seed, 4294967295, "Seed", "seed");
        context.Finite(Strength, "Strength", "strength");
        context.ExclusiveMinimum(Strength, 0, "Strength", "strength");
        context.Maximum(Strength, 1, "Strength", "strength");
        context.MultipleOf(Strength, 0.1m, "Strength", "strength");
        context.Maximum(Price, 9.99m, "Price", "price");
        context.UniqueItems(Counts, "Counts", "counts");
        context.Items(Counts, "Counts", "counts", static (int item, ref SchemaValidationContext context) => context.MultipleOf(item, 2, "", ""));
        context.Ref(Length, "Length", "length");
        context.Ref(ModelParams, "ModelParams", "model_params");
        context.MaxProperties(VoiceBindings?.Count, 5, "VoiceBindings", "voice_bindings");
        context.PropertyNames(VoiceBindings, "VoiceBindings", "voice_bindings", static (string key, ref SchemaValidationContext context) => context.Pattern(key, s_bindingPattern, "", ""));
        context.AdditionalProperties(VoiceBindings, "VoiceBindings", "voice_bindings", static (Uri item, ref SchemaValidationContext context) => context.AbsoluteUri(item, "", ""));
        context.CallbackUrl(CallbackUrl, "CallbackUrl", "callback_url");
        context.MaxItemsTotal((ImageUrls?.Count ?? 0) + (VideoUrls?.Count ?? 0), 4, "image_urls and video_urls", ["ImageUrls", "VideoUrls"], "", "");
        context.AnyOf(
            this,
            "prompt or name",
            ["Prompt", "Name"],
            "",
            "",
            static (SampleRequest value, ref SchemaValidationContext context) => context.Required(value.Prompt is not null, "Prompt", "prompt"),
            static (SampleRequest value, ref SchemaValidationContext context) => context.Required(value.Name is not null, "Name", "name"));
        context.OneOf(
            this,
            "duration or length",
            "",
            "",
            static (SampleRequest value, ref SchemaValidationContext context) => context.Required(value.Duration is not null, "Duration", "duration"),
            static (SampleRequest value, ref SchemaValidationContext context) => context.Required(value.Length is not null, "Length", "length"));
        context.Not(this, "no seed beside a price", "", "", static (SampleRequest value, ref SchemaValidationContext context) =>
        {
            context.Required(value.Seed is not null, "Seed", "seed");
            context.Required(value.Price is not null, "Price", "price");
        });
        context.If(
            this,
            static (SampleRequest value, ref SchemaValidationContext context) => context.Required(value.VideoUrls is not null, "VideoUrls", "video_urls"),
            static (SampleRequest value, ref SchemaValidationContext context) => context.Maximum(value.Duration, 10, "Duration", "duration"),
            null);
    }
}

/// <summary>Reads and writes a <see cref="SampleRequest"/>.</summary>
public sealed class SampleRequestJsonConverter : JsonModelConverter<SampleRequest>;
