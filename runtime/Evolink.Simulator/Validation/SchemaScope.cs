using System.Text.Json;

namespace Evolink.Simulation.Validation;

/// <summary>One schema object applied to one place of the instance.</summary>
internal sealed class SchemaScope(
    Evaluation evaluation, SchemaPosition position, JsonElement instance, string path, List<SchemaFailure> failures)
{
    public Evaluation Evaluation => evaluation;

    public SchemaPosition Position => position;

    public JsonElement Schema => position.Schema;

    public JsonElement Instance => instance;

    public string Path => path;

    public EvaluatedParts Evaluated { get; } = new();

    public void Fail(string keyword, string message) => failures.Add(new SchemaFailure(path, keyword, message));

    public void FailAt(string failedPath, string keyword, string message) => failures.Add(new SchemaFailure(failedPath, keyword, message));

    /// <summary>Another member of the same schema object, if it is there.</summary>
    public JsonElement? Sibling(string keyword) => Schema.TryGetProperty(keyword, out JsonElement value) ? value : null;

    /// <summary>A schema that has to hold here as well.</summary>
    public void Require(SchemaPosition schema) => Evaluated.Add(evaluation.Apply(schema, instance, path, failures));

    /// <inheritdoc cref="Require(SchemaPosition)"/>
    public void Require(JsonElement schema) => Require(position with { Schema = schema });

    /// <summary>A schema that may hold here; returns why it does not.</summary>
    public List<SchemaFailure> Try(JsonElement schema)
    {
        List<SchemaFailure> reasons = [];
        EvaluatedParts parts = evaluation.Apply(position with { Schema = schema }, instance, path, reasons);
        if (reasons.Count == 0) Evaluated.Add(parts);
        return reasons;
    }

    /// <summary>A schema that has to hold for a member or an item.</summary>
    public void RequireOf(JsonElement schema, JsonElement child, string childPath) =>
        evaluation.Apply(position with { Schema = schema }, child, childPath, failures);

    /// <summary>Whether a schema holds for a member or an item.</summary>
    public bool HoldsFor(JsonElement schema, JsonElement child)
    {
        List<SchemaFailure> reasons = [];
        evaluation.Apply(position with { Schema = schema }, child, path, reasons);
        return reasons.Count == 0;
    }
}
