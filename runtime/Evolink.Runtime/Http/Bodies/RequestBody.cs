using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using Evolink.Runtime.Files;

namespace Evolink.Runtime.Http.Bodies;

/// <summary>A body as the caller gave it.</summary>
internal abstract class RequestBody
{
    /// <summary>Checks it as its specification demands.</summary>
    public virtual void Validate()
    {
    }

    /// <summary>Makes it ready to be sent, as often as it takes.</summary>
    public abstract PreparedBody Prepare();
}

/// <summary>A body that is written as JSON.</summary>
internal sealed class JsonBody(string mediaType, object? value, Action<Utf8JsonWriter> write) : RequestBody
{
    public string MediaType => mediaType;

    public object? Value => value;

    public override void Validate()
    {
        if (value is IValidatable request) ModelValidation.Validate(request);
    }

    public ReadOnlyMemory<byte> Write()
    {
        try
        {
            return JsonScratch.Write(write);
        }
        catch (Exception unwritable) when (unwritable is JsonException or InvalidOperationException or ArgumentException)
        {
            // A number that is not finite, half of a surrogate pair, an object that contains itself: where the validation is
            // off, or does not look, it ends here.
            throw new EvolinkValidationException([new ValidationResult("$: cannot be written as JSON. " + unwritable.Message)]);
        }
    }

    public override PreparedBody Prepare() => new(mediaType, Write());
}

/// <summary>A text, sent as UTF-8.</summary>
internal sealed class TextBody(string mediaType, string text) : RequestBody
{
    public override PreparedBody Prepare() =>
        new(mediaType.Contains("charset=", StringComparison.OrdinalIgnoreCase) ? mediaType : mediaType + "; charset=utf-8", Encoding.UTF8.GetBytes(text));
}

/// <summary>A stream, sent as it is.</summary>
internal sealed class BinaryBody(string mediaType, Stream stream) : RequestBody
{
    private readonly BodySegment _segment = new(stream);

    public override PreparedBody Prepare() => new(mediaType, [_segment]);
}
