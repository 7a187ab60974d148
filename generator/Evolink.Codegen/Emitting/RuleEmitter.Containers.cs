using System.Linq;
using Evolink.Codegen.Constraints;

namespace Evolink.Codegen.Emitting;

internal sealed partial class RuleEmitter
{
    /// <summary>What a list or map holds is given to a function of its own, which the runtime calls for each that is meant.</summary>
    private void WriteContainerRule(ContainerRule rule, Subject subject)
    {
        (string function, string which) = rule switch
        {
            EachItemRule { First: 0 } => ("Each", ""),
            EachItemRule each => ("EachAfter", $", {each.First}"),
            ItemRule item => ("Item", $", {item.Index}"),
            ContainsRule contains => ("Contains", $", {contains.Minimum}, {(contains.Maximum is { } most ? $"{most}" : "int.MaxValue")}, {CSharp.Quote(contains.Expected)}"),
            EachValueRule => ("EachValue", ""),
            EachKeyRule => ("EachKey", ""),
            KeyRule key => ("Key", $", {CSharp.Quote(key.Key)}"),
            EachMatchingRule matching => ("EachMatching", $", {constants.Pattern(matching.Pattern)}"),
            _ => ("EachOther", OtherThan((EachOtherRule)rule)),
        };
        string[] more = rule is ContainsRule { CountsNull: true } ? ["countsNull: true"] : [];
        Call(function, subject.Text + which, subject, [Lambda(rule.Rules, Subject.Item(rule.Held)), .. more]);
    }

    private string OtherThan(EachOtherRule rule) =>
        $", [{string.Join(", ", rule.Keys.Select(CSharp.Quote))}], [{string.Join(", ", rule.Patterns.Select(constants.Pattern))}]";
}
