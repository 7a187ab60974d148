using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evolink;

/// <summary>
/// How far a task is. The set is open: a status that this version does not know is kept as it came, and a wait goes on.
/// Known ones are recognised whatever their case and the blanks around them, and <c>canceled</c> is <see cref="Cancelled"/>; <see cref="Value"/>
/// stays as it came.
/// </summary>
[JsonConverter(typeof(GenerationStatusJsonConverter))]
public readonly record struct GenerationStatus : IJsonModel<GenerationStatus>, IOptionalValue
{
    private readonly string? _value;

    // The known status that the value stands for in the words of its API; null where it stands for itself.
    private readonly string? _meaning;

    /// <summary>Makes a status of its wire value; null counts as unset.</summary>
    public GenerationStatus(string? value) => _value = value;

    private GenerationStatus(string value, string? meaning) => (_value, _meaning) = (value, meaning);

    /// <summary>The value on the wire; empty where unset.</summary>
    public string Value => _value ?? "";

    /// <summary>The task waits for its turn.</summary>
    public static GenerationStatus Pending { get; } = new("pending");

    /// <summary>The task runs.</summary>
    public static GenerationStatus Processing { get; } = new("processing");

    /// <summary>The task is done and has its result.</summary>
    public static GenerationStatus Completed { get; } = new("completed");

    /// <summary>The task has failed; it costs nothing.</summary>
    public static GenerationStatus Failed { get; } = new("failed");

    /// <summary>The task was cancelled.</summary>
    public static GenerationStatus Cancelled { get; } = new("cancelled");

    /// <summary>Every status that this version knows.</summary>
    public static IReadOnlyList<GenerationStatus> Known { get; } = [Pending, Processing, Completed, Failed, Cancelled];

    // Walked through at every comparison: an array needs no enumerator.
    private static readonly GenerationStatus[] s_known = [.. Known];

    /// <summary>Whether the task goes no further: it is completed, failed or cancelled.</summary>
    public bool IsTerminal => Recognised is "completed" or "failed" or "cancelled";

    bool IOptionalValue.IsSet => _value is not null;

    // The known status that the value stands for, else the value itself.
    private string? Recognised
    {
        get
        {
            if (_meaning is not null) return _meaning;
            foreach (GenerationStatus known in s_known)
            {
                if (ReferenceEquals(_value, known._value))
                {
                    return _value;
                }
            }

            ReadOnlySpan<char> trimmed = _value.AsSpan().Trim();
            if (trimmed.Equals("canceled", StringComparison.OrdinalIgnoreCase))
            {
                return Cancelled._value;
            }

            foreach (GenerationStatus known in s_known)
            {
                if (trimmed.Equals(known._value, StringComparison.OrdinalIgnoreCase))
                {
                    return known._value;
                }
            }

            return _value;
        }
    }

    /// <summary>A status from its wire value.</summary>
    public static implicit operator GenerationStatus(string? value) => new(value);

    /// <summary>Whether both stand for the same known status, or have the same value.</summary>
    public bool Equals(GenerationStatus other) => string.Equals(Recognised, other.Recognised, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Recognised is { } value ? StringComparer.Ordinal.GetHashCode(value) : 0;

    /// <summary>The value on the wire.</summary>
    public override string ToString() => Value;

    /// <summary>A word of some API's own that stands for a known status: equal to that one, with the value as it came.</summary>
    internal static GenerationStatus Recognize(string value, GenerationStatus meaning) => new(value, meaning.Recognised);

    static GenerationStatus IJsonModel<GenerationStatus>.ReadFrom(ref Utf8JsonReader reader) => new(JsonRead.String(ref reader));

    void IJsonModel.WriteTo(Utf8JsonWriter writer) => writer.WriteStringValue(Value);
}

/// <summary>Reads and writes a <see cref="GenerationStatus"/> as its wire value.</summary>
public sealed class GenerationStatusJsonConverter : JsonModelConverter<GenerationStatus>;
