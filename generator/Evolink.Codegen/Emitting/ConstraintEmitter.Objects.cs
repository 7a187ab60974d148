using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

internal sealed partial class ConstraintEmitter
{
    private void WriteObjectConstraint(ObjectConstraint constraint, Subject subject, string self)
    {
        switch (constraint)
        {
            case PropertyConstraint { Member: var member, IsRequired: var isRequired, Constraints: var constraints }:
                Subject value = Subject.From(member, self);
                if (isRequired)
                {
                    Call("Required", value.IsSet, value);
                }

                Write(constraints, value);
                break;
            case DependentRequiredConstraint dependent:
                code.Open($"if ({Subject.From(dependent.Member, self).IsSet})");
                foreach (Subject required in dependent.Required.Select(required => Subject.From(required, self)))
                {
                    Call("Required", required.IsSet, required);
                }

                code.Close();
                break;
            case MaxItemsTotalConstraint total:
                IEnumerable<Subject> lists = total.Members.Select(member => Subject.From(member, self));
                string sum = string.Join(" + ", lists.Select(list => $"({list.Text}?.Count ?? 0)"));
                string names = CSharp.Quote(string.Join(" and ", total.Members.Select(member => member.JsonName)));
                Call("MaxItemsTotal", $"{sum}, {total.Maximum}, {names}{Among(total.Members)}", subject);
                break;
            case CompareConstraint comparison:
                string[] values = [.. comparison.Operands.Select(operand => Compared(operand, self))];
                string operands = comparison.IsDifference ? string.Join(", ", values) : $"[{string.Join(", ", values)}]";
                string words = CSharp.Quote(string.Join(comparison.IsDifference ? " - " : " + ", comparison.Operands.Select(Compared)));
                EquatableArray<MemberRef> compared = [.. comparison.Operands.Select(operand => operand.Member).Distinct()];
                Call(comparison.IsDifference ? "Difference" : "Sum", $"{operands}, {Bound(comparison.Minimum)}, {Bound(comparison.Maximum)}, {words}{Among(compared)}", subject);
                break;
            case RequiredUnnamedConstraint { JsonName: var name }:
                code.Write($"context.Required({self}AdditionalProperties?.ContainsKey({CSharp.Quote(name)}) == true, "
                    + $"{CSharp.Quote($"AdditionalProperties[\"{name}\"]")}, {CSharp.Quote(name)});");
                break;
            case UnnamedPropertiesConstraint additional:
                Write(additional.Constraints, Subject.Additional(self, additional.Held));
                break;
            default:
                Call("NoAdditionalProperties", self + "AdditionalProperties", subject);
                break;
        }
    }

    /// <summary>An operand as an expression: an absent array counts 0, and an absent number its default, if there is one.</summary>
    private static string Compared(ComparedMember operand, string self)
    {
        Subject value = Subject.From(operand.Member, self);
        bool mayBeNull = value.Type.IsNullable || value.Type.Kind == TypeKind.Value;
        return operand.IsCount ? $"{value.Text}?.Count ?? 0"
            : operand.Default is { } preset && mayBeNull ? $"{value.WireValue} ?? {CSharp.Format(preset)}"
            : value.WireValue;
    }

    /// <summary>An operand as the document writes it.</summary>
    private static string Compared(ComparedMember operand) => operand.IsCount ? $"count({operand.Member.JsonName})" : operand.Member.JsonName;

    private static string Bound(Literal? bound) => bound is null ? "null" : CSharp.Format(bound);

    private void WriteComposite(CombinationConstraint constraint, Subject subject)
    {
        switch (constraint)
        {
            case AnyOfConstraint any:
                Call("AnyOf", $"{subject.Text}, {CSharp.Quote(any.Expected)}{Among(any.Among)}", subject, Lambdas(any.Branches, subject));
                break;
            case OneOfConstraint one:
                Call("OneOf", $"{subject.Text}, {CSharp.Quote(one.Expected)}{Among(one.Among)}", subject, Lambdas(one.Branches, subject));
                break;
            case NotConstraint not:
                Call("Not", $"{subject.Text}, {CSharp.Quote(not.Expected)}{Among(not.Among)}", subject, Branch(not.Constraints, subject));
                break;
            case IfConstraint conditional:
                string then = conditional.Then.Count == 0 ? "null" : Branch(conditional.Then, subject);
                string @else = conditional.Else.Count == 0 ? "null" : Branch(conditional.Else, subject);
                code.Write($"context.If({string.Join(",\n    ", [subject.Text, .. new[] { Branch(conditional.Condition, subject), then, @else }.Select(Indent)])});");
                break;
        }
    }

    /// <summary>The C# names of the members that a constraint speaks of, as an argument.</summary>
    private static string Among(EquatableArray<MemberRef> members) =>
        members.Count == 0 ? "" : $", [{string.Join(", ", members.Select(member => CSharp.Quote(member.Name)))}]";

    /// <summary>A function that spans several lines, as one of several arguments.</summary>
    private static string Indent(string lambda) => lambda.Replace("\n", "\n    ");

    private string[] Lambdas(EquatableArray<EquatableArray<Constraint>> branches, Subject subject) =>
        branches.Select(branch => "\n    " + Indent(Branch(branch, subject))).ToArray();

    private string Branch(EquatableArray<Constraint> constraints, Subject subject) => Lambda(constraints, subject.AsValue(), "value.");

    /// <summary>Constraints as a function of their own; it captures nothing, so it is made once.</summary>
    private string Lambda(EquatableArray<Constraint> constraints, Subject subject, string self = "")
    {
        var body = new CodeWriter();
        var inner = new ConstraintEmitter(body, @namespace, fields);
        inner.Write(constraints, subject, self);
        string[] lines = body.ToString().TrimEnd('\n').Split('\n');
        const string parameters = "static (value, ref context) =>";
        if (lines.Length == 1 && lines[0].Length > 0 && !lines[0].StartsWith("if ", System.StringComparison.Ordinal))
        {
            return $"{parameters} {lines[0].TrimEnd(';')}";
        }

        return $"{parameters}\n{{\n{string.Join("\n", lines.Where(line => line.Length > 0).Select(line => "    " + line))}\n}}";
    }
}
