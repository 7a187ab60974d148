using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evolink;

/// <summary>The base of every request that creates a task.</summary>
/// <remarks>
/// System.Text.Json writes a request that is held as this type whole, and reads it back as the type of its <c>model</c>. Two
/// requests are equal where they are of one type and what they send is the same JSON.
/// </remarks>
[JsonConverter(typeof(GenerationRequestConverter<GenerationRequest>))]
public abstract record GenerationRequest : IJsonModel, IValidatable
{
    /// <summary>The operation that the request is sent to: its method and path.</summary>
    protected internal abstract ApiOperation Operation { get; }

    /// <summary>Checks the request as its specification demands; called before it is sent.</summary>
    /// <exception cref="EvolinkValidationException">Something is wrong; the exception names every failure.</exception>
    public void Validate() => ModelValidation.Validate(this);

    /// <summary>Checks the request as its specification demands, without throwing.</summary>
    /// <param name="results">Every failure with the path of its member, such as <c>ModelParams.ElementList[0].ElementId</c>.</param>
    /// <returns>Whether the request is valid.</returns>
    public bool TryValidate(out IReadOnlyList<ValidationResult> results) => ModelValidation.TryValidate(this, out results);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract void WriteTo(Utf8JsonWriter writer);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public abstract void Validate(ref SchemaValidationContext context);
}

/// <summary>A request that creates a task of a known kind.</summary>
/// <typeparam name="TTask">The task as the server describes it.</typeparam>
[JsonConverter(typeof(GenerationRequestConverter))]
public abstract record GenerationRequest<TTask> : GenerationRequest
    where TTask : class, IJsonModel<TTask>;
