using System.Linq;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Constraints.Providers;

namespace Evolink.Codegen.Emitting;

internal sealed partial class ConstraintEmitter
{
    /// <summary>What a list or map holds is given to a function of its own, which the runtime calls for each that is meant.</summary>
    private void WriteContainerConstraint(ContainerConstraint constraint, Subject subject)
    {
        (string function, string which) = constraint switch
        {
            ItemsConstraint { First: 0 } => ("Items", ""),
            ItemsConstraint each => ("Items", $", {each.First}"),
            PrefixItemConstraint item => ("PrefixItems", $", {item.Index}"),
            ContainsConstraint contains => ("Contains", $", {contains.Minimum}, {(contains.Maximum is { } most ? $"{most}" : "int.MaxValue")}, {CSharp.Quote(contains.Expected)}"),
            AdditionalPropertiesConstraint { AreAll: true } => ("AdditionalProperties", ""),
            UnevaluatedItemsConstraint unevaluated => ("UnevaluatedItems", $", [{string.Join(", ", unevaluated.Evaluations.Select(Evaluation))}]"),
            PropertyNamesConstraint => ("PropertyNames", ""),
            MapPropertyConstraint key => ("Properties", $", {CSharp.Quote(key.Key)}"),
            PatternPropertiesConstraint matching => ("PatternProperties", $", {fields.Pattern(matching.Pattern)}"),
            _ => ("AdditionalProperties", OtherThan((AdditionalPropertiesConstraint)constraint)),
        };
        string[] more = constraint is ContainsConstraint { CountsNull: true } ? ["countsNull: true"] : [];
        string subschema = constraint is UnevaluatedItemsConstraint { AreForbidden: true } ? "null" : Lambda(constraint.Constraints, Subject.Item(constraint.Held));
        Call(function, subject.Text + which, subject, [subschema, .. more]);
    }

    private string Evaluation(ItemEvaluation evaluation)
    {
        string prefix = evaluation.Prefix == int.MaxValue ? "int.MaxValue" : $"{evaluation.Prefix}";
        string condition = evaluation.Condition.Count == 0 ? "" : $", Condition: {Lambda(evaluation.Condition, Subject.Item(evaluation.List))}";
        string contains = evaluation.Contains is { } items ? $", Contains: {Lambda(items, Subject.Item(evaluation.List.Element!))}" : "";
        return $"new({prefix}{condition}{contains}{(evaluation.CountsNull ? ", CountsNull: true" : "")})";
    }

    private string OtherThan(AdditionalPropertiesConstraint constraint) =>
        $", [{string.Join(", ", constraint.Keys.Select(CSharp.Quote))}], [{string.Join(", ", constraint.Patterns.Select(fields.Pattern))}]";
}
