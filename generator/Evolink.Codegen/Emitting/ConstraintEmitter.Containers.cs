using System.Linq;
using Evolink.Codegen.Constraints;

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
            PropertyNamesConstraint => ("PropertyNames", ""),
            MapPropertyConstraint key => ("Properties", $", {CSharp.Quote(key.Key)}"),
            PatternPropertiesConstraint matching => ("PatternProperties", $", {fields.Pattern(matching.Pattern)}"),
            _ => ("AdditionalProperties", OtherThan((AdditionalPropertiesConstraint)constraint)),
        };
        string[] more = constraint is ContainsConstraint { CountsNull: true } ? ["countsNull: true"] : [];
        Call(function, subject.Text + which, subject, [Lambda(constraint.Constraints, Subject.Item(constraint.Held)), .. more]);
    }

    private string OtherThan(AdditionalPropertiesConstraint constraint) =>
        $", [{string.Join(", ", constraint.Keys.Select(CSharp.Quote))}], [{string.Join(", ", constraint.Patterns.Select(fields.Pattern))}]";
}
