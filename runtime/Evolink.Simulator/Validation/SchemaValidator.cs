using System.Text.Json;
using System.Text.Json.Nodes;
using Evolink.Simulation.Validation;

namespace Evolink;

/// <summary>
/// Says whether a JSON value satisfies a schema of an OpenAPI document or a JSON Schema (2020-12), by interpreting the schema
/// as it is written. It shares no code with the generator's validation, so that each can be held against the other.
/// </summary>
/// <remarks>
/// Known: every assertion and applicator of 2020-12 except <c>$dynamicRef</c>; references within the document; OpenAPI's
/// <c>nullable</c>; <c>x-evolink-max-items-total</c>; <c>x-evolink-compare</c>; <c>x-evolink-size</c>; <c>x-evolink-media</c>. A keyword whose own value is of the wrong kind constrains nothing.
/// Instances are thread-safe.
/// </remarks>
public sealed class SchemaValidator
{
    private static readonly JsonSerializerOptions s_deepWriting = new() { MaxDepth = 1000 };
    private static readonly JsonDocumentOptions s_deepReading = new() { MaxDepth = 1000 };

    private readonly SchemaDocument _document;
    private readonly SchemaValidatorOptions _options;

    /// <summary>Prepares a document.</summary>
    /// <param name="document">A JSON Schema, or an OpenAPI document that holds schemas.</param>
    /// <param name="options">What to check beyond JSON Schema; by default everything.</param>
    public SchemaValidator(JsonNode? document, SchemaValidatorOptions? options = null)
    {
        using JsonDocument parsed = JsonDocument.Parse(document?.ToJsonString(s_deepWriting) ?? "null", s_deepReading);
        _document = new SchemaDocument(parsed.RootElement.Clone());
        _options = options ?? new SchemaValidatorOptions();
    }

    /// <summary>Validates a value.</summary>
    /// <param name="schemaPointer">JSON pointer to the schema within the document; empty for the whole document.</param>
    /// <param name="instance">The value.</param>
    /// <returns>Every failure, in the order of the schema's keywords; empty if the value is valid.</returns>
    /// <exception cref="ArgumentException">The pointer leads to nothing.</exception>
    public IReadOnlyList<SchemaFailure> Evaluate(string schemaPointer, JsonElement instance)
    {
        if (_document.Resolve(_document.Root.Resource, "#" + Uri.EscapeDataString(schemaPointer)) is not { } schema)
            throw new ArgumentException($"The document has nothing at '{schemaPointer}'.", nameof(schemaPointer));

        List<SchemaFailure> failures = [];
        try
        {
            new Evaluation(_document, _options).Apply(schema, instance, "", failures);
        }
        catch (EvaluationLimitException limit)
        {
            failures.Add(new SchemaFailure("", "$ref", limit.Message));
        }
        return failures;
    }

    /// <summary>Validates one value by one schema.</summary>
    /// <inheritdoc cref="SchemaValidator(JsonNode?, SchemaValidatorOptions?)" path="/param"/>
    /// <inheritdoc cref="Evaluate(string, JsonElement)"/>
    public static IReadOnlyList<SchemaFailure> Evaluate(JsonNode? document, string schemaPointer, JsonElement instance, SchemaValidatorOptions? options = null) =>
        new SchemaValidator(document, options).Evaluate(schemaPointer, instance);
}
