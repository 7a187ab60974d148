using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Evolink.Codegen.Benchmarks.Rivals;

/// <summary>What a developer writes by hand for one model's request.</summary>
internal sealed class WireRequest
{
    [Required, RegularExpression("^kling-v3-motion-control$")]
    [JsonPropertyName("model")]
    public string? Model { get; set; } = "kling-v3-motion-control";

    [StringLength(2500)]
    [JsonPropertyName("prompt")]
    public string? Prompt { get; set; }

    [Required, MinLength(1), MaxLength(1)]
    [JsonPropertyName("image_urls")]
    public IReadOnlyList<string>? ImageUrls { get; set; }

    [Required, MinLength(1), MaxLength(1)]
    [JsonPropertyName("video_urls")]
    public IReadOnlyList<string>? VideoUrls { get; set; }

    [RegularExpression("^(720p|1080p)$")]
    [JsonPropertyName("quality")]
    public string? Quality { get; set; }

    [Required]
    [JsonPropertyName("model_params")]
    public WireModelParams? ModelParams { get; set; }
}

internal sealed class WireModelParams
{
    [Required, RegularExpression("^(image|video)$")]
    [JsonPropertyName("character_orientation")]
    public string? CharacterOrientation { get; set; }

    [JsonPropertyName("keep_sound")]
    public bool? KeepSound { get; set; }
}

/// <summary>What a developer writes by hand for the task.</summary>
internal sealed class WireTask
{
    [JsonPropertyName("created")]
    public long? Created { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("model")]
    public string? Model { get; set; }

    [JsonPropertyName("object")]
    public string? Object { get; set; }

    [JsonPropertyName("progress")]
    public long? Progress { get; set; }

    [JsonPropertyName("results")]
    public List<Uri>? Results { get; set; }

    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("task_info")]
    public WireTaskInfo? TaskInfo { get; set; }

    [JsonPropertyName("usage")]
    public WireUsage? Usage { get; set; }
}

internal sealed class WireTaskInfo
{
    [JsonPropertyName("can_cancel")]
    public bool? CanCancel { get; set; }

    [JsonPropertyName("estimated_time")]
    public long? EstimatedTime { get; set; }
}

internal sealed class WireUsage
{
    [JsonPropertyName("billing_rule")]
    public string? BillingRule { get; set; }

    [JsonPropertyName("credits_reserved")]
    public double? CreditsReserved { get; set; }

    [JsonPropertyName("user_group")]
    public string? UserGroup { get; set; }
}

/// <summary>The source generator's part of it.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireRequest))]
[JsonSerializable(typeof(WireTask))]
internal sealed partial class WireContext : JsonSerializerContext;
