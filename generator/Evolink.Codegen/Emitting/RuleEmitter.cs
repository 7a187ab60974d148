using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes rules as calls of the runtime's <c>ValidationFailures</c>, one line a rule.</summary>
internal sealed partial class RuleEmitter(CodeWriter code, string @namespace, RuleConstants constants)
{
    /// <param name="self">What stands before a member's name: nothing in the record's own method, <c>value.</c> in a rule over one.</param>
    public void Write(EquatableArray<Rule> rules, Subject subject, string self = "")
    {
        foreach (Rule rule in rules)
        {
            Write(rule, subject, self);
        }
    }

    private void Write(Rule rule, Subject subject, string self)
    {
        switch (rule)
        {
            case ObjectRule ofObject:
                WriteObjectRule(ofObject, subject, self);
                break;
            case ContainerRule container:
                WriteContainerRule(container, subject);
                break;
            case CompositeRule composite when subject is { IsSelf: true, Type.IsNullable: false }:
                WriteComposite(composite, subject);
                break;
            case CompositeRule:
                // Alternatives are asked of a value that is there, not of one that is unset.
                Apply(subject.Text, subject, subject.AsValue(), [rule]);
                break;
            case VariantRule variant:
                WriteVariant(variant, subject);
                break;
            case ApplyRule apply:
                Call("Apply", subject.Text, subject, Lambda(apply.Rules, subject.AsValue(), "value."));
                break;
            case PartRule { Part: var part, Rules: var rules }:
                Apply($"{TypeNames.Runtime}JsonParts.{part}({subject.Text})", subject, Subject.Item(JsonPartTypes.Of(part)), rules);
                break;
            default:
                WriteSimple(rule, subject);
                break;
        }
    }

    private void WriteSimple(Rule rule, Subject subject)
    {
        switch (rule)
        {
            case KnownRule:
                Call($"Known<{subject.Type.Target}>", $"{subject.Text}, global::{@namespace}.{subject.Type.Target}.Known", subject);
                break;
            case AllowedRule allowed:
                Call("Allowed", subject.WireValue, subject, $"[{string.Join(", ", allowed.Values.Select(CSharp.Of))}]");
                break;
            case ConstantRule constant:
                Call("Constant", $"{subject.WireValue}, {CSharp.Of(constant.Value)}", subject);
                break;
            case LengthRule length:
                Call(length.Limit == Limit.Minimum ? "MinLength" : "MaxLength", $"{subject.Written}, {length.Bound}", subject);
                break;
            case BoundRule bound:
                Call($"{(bound.IsExclusive ? "Exclusive" : "")}{bound.Limit}", $"{subject.Text}, {CSharp.Of(bound.Bound)}", subject);
                break;
            case MultipleOfRule { Divisor: var divisor }:
                string cast = divisor.Kind == TypeKind.Decimal && subject.Type.Kind is TypeKind.Int32 or TypeKind.Int64 ? "(decimal?)" : "";
                Call("MultipleOf", $"{cast}{subject.Text}, {CSharp.Of(divisor)}", subject);
                break;
            case PatternRule pattern:
                Call("Pattern", $"{subject.Written}, {constants.Pattern(pattern.Pattern)}", subject);
                break;
            case FormatRule format:
                Call("Format", $"{subject.Text}, {TypeNames.Runtime}StringFormat.{format.Format}", subject);
                break;
            case CountRule count:
                string what = (count.Limit == Limit.Minimum ? "Min" : "Max") + (count.CountsItems ? "Items" : "Properties");
                Call(what, $"{subject.Text}?.Count, {count.Bound}", subject);
                break;
            case RequiredKeyRule required:
                Call("RequiredKey", $"{subject.Text}, {CSharp.Quote(required.Key)}", subject);
                break;
            case KindsRule { Allowed: var allowed }:
                Call("Kind", $"{subject.Text}, {Kinds(allowed)}", subject);
                break;
            case ListedRule { Json: var json }:
                Call("Listed", $"{subject.Json}, {constants.Json(json)}", subject);
                break;
            case NoOtherRule other:
                Call("NoOther", $"{subject.Text}, {subject.Text}?.AdditionalProperties, {constants.Json(other.Demands)}, {other.Own}", subject);
                break;
            case NeverRule:
                Call("Unset", subject.IsSet, subject);
                break;
            case NestedRule when subject.Type.Kind == TypeKind.Value:
                Call($"Union<{subject.Type.Target}>", subject.Text, subject);
                break;
            default:
                Call(Function(rule), subject.Text, subject);
                break;
        }
    }

    /// <summary>The rules that need nothing but the value.</summary>
    private static string Function(Rule rule) => rule switch
    {
        NestedRule => "Model",
        FiniteRule => "Finite",
        AbsoluteUriRule => "AbsoluteUri",
        CallbackUrlRule => "CallbackUrl",
        MediaUrlRule => "MediaUrl",
        WellFormedRule => "WellFormed",
        NotNullRule => "NotNull",
        _ => "UniqueItems",
    };

    private void WriteVariant(VariantRule variant, Subject union)
    {
        string access = $"{union.Text}{(union.Type.IsNullable ? "?" : "")}.As{variant.Variant}";
        Subject held = union with { Text = access, Type = variant.Type.Nullable() };
        if (variant.IsAllowed)
        {
            Write(variant.Rules, held);
        }
        else
        {
            Call("Unset", held.IsSet, held);
        }
    }

    private static string Kinds(JsonKinds allowed) => string.Join(
        " | ",
        System.Enum.GetValues(typeof(JsonKinds)).Cast<JsonKinds>()
            .Where(kind => kind != JsonKinds.None && allowed.HasFlag(kind)).Select(kind => $"{TypeNames.Runtime}JsonTypes.{kind}"));

    /// <summary>Asks rules of a value that is there. A struct of ours or of JSON must be named: nothing tells the compiler that it may be unset.</summary>
    private void Apply(string value, Subject subject, Subject held, EquatableArray<Rule> rules)
    {
        string type = held.Type.Kind is TypeKind.Json or TypeKind.Value ? $"<{TypeNames.Core(held.Type)}>" : "";
        Call("Apply" + type, value, subject, Lambda(rules, held));
    }

    private void Call(string function, string arguments, Subject subject, params string[] more) =>
        code.Write($"failures.{function}({string.Join(", ", [arguments, subject.Location, .. more]).Replace(", \n", ",\n")});");
}
