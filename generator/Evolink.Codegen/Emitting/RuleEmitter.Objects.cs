using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;

namespace Evolink.Codegen.Emitting;

internal sealed partial class RuleEmitter
{
    private void WriteObjectRule(ObjectRule rule, Subject subject, string self)
    {
        switch (rule)
        {
            case MemberRule { Member: var member, IsRequired: var isRequired, Rules: var rules }:
                Subject value = Subject.Of(member, self);
                if (isRequired)
                {
                    Call("Required", value.IsSet, value);
                }

                Write(rules, value);
                break;
            case DependentRequiredRule dependent:
                code.Open($"if ({Subject.Of(dependent.Member, self).IsSet})");
                foreach (Subject required in dependent.Required.Select(required => Subject.Of(required, self)))
                {
                    Call("Required", required.IsSet, required);
                }

                code.Close();
                break;
            case TotalItemsRule total:
                IEnumerable<Subject> lists = total.Members.Select(member => Subject.Of(member, self));
                string sum = string.Join(" + ", lists.Select(list => $"({list.Text}?.Count ?? 0)"));
                string names = CSharp.Quote(string.Join(" and ", total.Members.Select(member => member.JsonName)));
                Call("MaxItemsTotal", $"{sum}, {total.Maximum}, {names}{Among(total.Members)}", subject);
                break;
            case MemberCountRule count:
                IEnumerable<string> set = count.Members.Select(member => $"({Subject.Of(member, self).IsSet} ? 1 : 0)");
                string all = string.Join(" + ", set.Append($"({self}AdditionalProperties?.Count ?? 0)"));
                Call(count.Limit == Limit.Minimum ? "MinProperties" : "MaxProperties", $"{all}, {count.Bound}", subject);
                break;
            case RequiredOtherRule { JsonName: var name }:
                code.Write($"failures.Required({self}AdditionalProperties?.ContainsKey({CSharp.Quote(name)}) == true, "
                    + $"{CSharp.Quote($"AdditionalProperties[\"{name}\"]")}, {CSharp.Quote(name)});");
                break;
            case AdditionalRule additional:
                Write(additional.Rules, Subject.Additional(self, additional.Held));
                break;
            default:
                Call("NoAdditional", self + "AdditionalProperties", subject);
                break;
        }
    }

    private void WriteComposite(CompositeRule rule, Subject subject)
    {
        switch (rule)
        {
            case AnyOfRule any:
                Call("AnyOf", $"{subject.Text}, {CSharp.Quote(any.Expected)}{Among(any.Among)}", subject, Lambdas(any.Branches, subject));
                break;
            case OneOfRule one:
                Call("OneOf", $"{subject.Text}, {CSharp.Quote(one.Expected)}{Among(one.Among)}", subject, Lambdas(one.Branches, subject));
                break;
            case NotRule not:
                Call("Not", $"{subject.Text}, {CSharp.Quote(not.Expected)}{Among(not.Among)}", subject, Branch(not.Rules, subject));
                break;
            case IfRule conditional:
                string then = conditional.Then.Count == 0 ? "null" : Branch(conditional.Then, subject);
                string @else = conditional.Else.Count == 0 ? "null" : Branch(conditional.Else, subject);
                code.Write($"failures.If({string.Join(",\n    ", [subject.Text, .. new[] { Branch(conditional.Condition, subject), then, @else }.Select(Indent)])});");
                break;
        }
    }

    /// <summary>The C# names of the members that a rule speaks of, as an argument.</summary>
    private static string Among(EquatableArray<MemberRef> members) =>
        members.Count == 0 ? "" : $", [{string.Join(", ", members.Select(member => CSharp.Quote(member.Name)))}]";

    /// <summary>A function that spans several lines, as one of several arguments.</summary>
    private static string Indent(string lambda) => lambda.Replace("\n", "\n    ");

    private string[] Lambdas(EquatableArray<EquatableArray<Rule>> branches, Subject subject) =>
        branches.Select(branch => "\n    " + Indent(Branch(branch, subject))).ToArray();

    private string Branch(EquatableArray<Rule> rules, Subject subject) => Lambda(rules, subject.AsValue(), "value.");

    /// <summary>Rules as a function of their own; it captures nothing, so it is made once.</summary>
    private string Lambda(EquatableArray<Rule> rules, Subject subject, string self = "")
    {
        var body = new CodeWriter();
        var inner = new RuleEmitter(body, @namespace, constants);
        inner.Write(rules, subject, self);
        string[] lines = body.ToString().TrimEnd('\n').Split('\n');
        const string parameters = "static (value, ref failures) =>";
        if (lines.Length == 1 && lines[0].Length > 0 && !lines[0].StartsWith("if ", System.StringComparison.Ordinal))
        {
            return $"{parameters} {lines[0].TrimEnd(';')}";
        }

        return $"{parameters}\n{{\n{string.Join("\n", lines.Where(line => line.Length > 0).Select(line => "    " + line))}\n}}";
    }
}
