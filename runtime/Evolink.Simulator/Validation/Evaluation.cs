using System.Text.Json;

namespace Evolink.Simulation.Validation;

/// <summary>One walk over an instance and its schema, with a budget: a schema can refer to itself without end.</summary>
internal sealed class Evaluation(SchemaDocument document, SchemaValidatorOptions options)
{
    private const int DepthLimit = 400;
    private const int StepLimit = 2_000_000;

    private int _depth;
    private int _steps;

    public SchemaDocument Document => document;

    public SchemaValidatorOptions Options => options;

    /// <summary>Whether the document follows the vendor's conventions, by which members are known by name.</summary>
    public bool IsEvolink { get; } = EvolinkConventions.ApplyTo(document.Root.Schema);

    /// <summary>Adds to <paramref name="failures"/> what is wrong, and says which members and items were looked at.</summary>
    public EvaluatedParts Apply(SchemaPosition schema, JsonElement instance, string path, List<SchemaFailure> failures)
    {
        if (++_steps > StepLimit) throw new EvaluationLimitException("takes too many steps to validate.");
        if (++_depth > DepthLimit) throw new EvaluationLimitException("or its schema nests too deeply to be validated.");

        SchemaScope scope = new(this, document.Enter(schema), instance, path, failures);
        if (scope.Schema.ValueKind == JsonValueKind.False)
            scope.Fail("false schema", "is not allowed.");
        else if (scope.Schema.ValueKind == JsonValueKind.Object)
            Keywords.ApplyAll(scope);

        _depth--;
        return scope.Evaluated;
    }
}

/// <summary>A schema that cannot be evaluated within the budget.</summary>
internal sealed class EvaluationLimitException(string message) : Exception(message);
