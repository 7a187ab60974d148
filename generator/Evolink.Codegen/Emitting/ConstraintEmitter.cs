using System.Linq;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Emitting;

/// <summary>Writes constraints as calls of the methods that the runtime has for them, one line a constraint.</summary>
internal sealed partial class ConstraintEmitter(CodeWriter code, string @namespace, ConstraintFields fields)
{
    /// <param name="self">What stands before a member's name: nothing in the record's own method, <c>value.</c> in a constraint over one.</param>
    public void Write(EquatableArray<Constraint> constraints, Subject subject, string self = "")
    {
        foreach (Constraint constraint in constraints)
        {
            Write(constraint, subject, self);
        }
    }

    private void Write(Constraint constraint, Subject subject, string self)
    {
        switch (constraint)
        {
            case ObjectConstraint ofObject:
                WriteObjectConstraint(ofObject, subject, self);
                break;
            case ContainerConstraint container:
                WriteContainerConstraint(container, subject);
                break;
            case CombinationConstraint composite when subject is { IsSelf: true, Type.IsNullable: false }:
                WriteComposite(composite, subject);
                break;
            case CombinationConstraint:
                // Alternatives are asked of a value that is there, not of one that is unset.
                Apply(subject.Text, subject, subject.AsValue(), [constraint]);
                break;
            case VariantConstraint variant:
                WriteVariant(variant, subject);
                break;
            case ApplyConstraint apply:
                Call("Apply" + TypeArgument(subject), subject.Text, subject, Lambda(apply.Constraints, subject.AsValue(), "value."));
                break;
            case JsonPartConstraint { Part: var part, Constraints: var constraints }:
                Apply($"{TypeNames.Runtime}JsonParts.{part}({subject.Text})", subject, Subject.Item(JsonPartTypes.For(part)), constraints);
                break;
            default:
                WriteSimple(constraint, subject, self);
                break;
        }
    }

    private void WriteSimple(Constraint constraint, Subject subject, string self)
    {
        switch (constraint)
        {
            case EnumConstraint { AreOfType: true }:
                Call("Enum", $"{subject.Text}, global::{@namespace}.{subject.Type.Name}.Known", subject);
                break;
            case EnumConstraint { Json.Length: > 0 } listed:
                Call("Enum", $"{subject.Json}, {fields.Json(listed.Json)}", subject);
                break;
            case EnumConstraint { Values: var values }:
                Call("Enum", subject.WireValue, subject, $"[{string.Join(", ", values.Select(CSharp.Format))}]");
                break;
            case ConstConstraint constant:
                Call("Const", $"{subject.WireValue}, {CSharp.Format(constant.Value)}", subject);
                break;
            case MinLengthConstraint { Bound: var bound }:
                Call("MinLength", $"{subject.Written}, {bound}", subject);
                break;
            case MaxLengthConstraint { Bound: var bound }:
                Call("MaxLength", $"{subject.Written}, {bound}", subject);
                break;
            case BoundConstraint bound:
                Call($"{(bound.IsExclusive ? "Exclusive" : "")}{bound.Limit}", $"{subject.Text}, {CSharp.Format(bound.Bound)}", subject);
                break;
            case MultipleOfConstraint { Divisor: var divisor }:
                string cast = divisor.Kind == TypeKind.Decimal && subject.Type.Kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 ? "(decimal?)" : "";
                Call("MultipleOf", $"{cast}{subject.Text}, {CSharp.Format(divisor)}", subject);
                break;
            case PatternConstraint pattern:
                Call("Pattern", $"{subject.Written}, {fields.Pattern(pattern.Pattern)}", subject);
                break;
            case FormatConstraint format:
                Call("Format", $"{subject.Text}, {TypeNames.Runtime}StringFormat.{format.Format}", subject);
                break;
            case PixelSizeConstraint size:
                Call("PixelSize", subject.WireValue, subject, PixelSizes.Arguments(size));
                break;
            case MinItemsConstraint { Bound: var bound }:
                Call("MinItems", $"{subject.Text}?.Count, {bound}", subject);
                break;
            case MaxItemsConstraint { Bound: var bound }:
                Call("MaxItems", $"{subject.Text}?.Count, {bound}", subject);
                break;
            case MinPropertiesConstraint { Bound: var bound } least:
                Call("MinProperties", $"{Count(least.Members, subject, self)}, {bound}", subject);
                break;
            case MaxPropertiesConstraint { Bound: var bound } most:
                Call("MaxProperties", $"{Count(most.Members, subject, self)}, {bound}", subject);
                break;
            case RequiredConstraint required:
                Call("Required", $"{subject.Text}, {CSharp.Quote(required.Key)}", subject);
                break;
            case TypeConstraint { Allowed: var allowed }:
                Call("Type", $"{subject.Text}, {Kinds(allowed)}", subject);
                break;
            case OneVariantConstraint other:
                Call("OneOf", $"{subject.Text}, {subject.Text}?.AdditionalProperties, {fields.Json(other.Required)}, {other.Own}", subject);
                break;
            case FalseSchemaConstraint:
                Call("FalseSchema", subject.IsSet, subject);
                break;
            default:
                Call(Function(constraint), subject.Text, subject);
                break;
        }
    }

    /// <summary>How many entries a map has; of a record how many members are set, the unnamed ones among them.</summary>
    private static string Count(EquatableArray<MemberRef> members, Subject subject, string self) => subject.Type.Kind == TypeKind.Map
        ? $"{subject.Text}?.Count"
        : string.Join(" + ", members.Select(member => $"({Subject.From(member, self).IsSet} ? 1 : 0)").Append($"({self}AdditionalProperties?.Count ?? 0)"));

    /// <summary>The constraints that need nothing but the value.</summary>
    private static string Function(Constraint constraint) => constraint switch
    {
        RefConstraint => "Ref",
        FiniteConstraint => "Finite",
        AbsoluteUriConstraint => "AbsoluteUri",
        CallbackUrlConstraint => "CallbackUrl",
        MediaUrlConstraint => "MediaUrl",
        WellFormedConstraint => "WellFormed",
        NotNullConstraint => "NotNull",
        _ => "UniqueItems",
    };

    private void WriteVariant(VariantConstraint variant, Subject union)
    {
        string access = $"{union.Text}{(union.Type.IsNullable ? "?" : "")}.As{variant.Variant}";
        Subject held = union with { Text = access, Type = variant.Type.Nullable(), Presence = null };
        if (variant.IsAllowed)
        {
            Write(variant.Constraints, held);
        }
        else
        {
            Call("FalseSchema", held.IsSet, held);
        }
    }

    private static string Kinds(JsonKinds allowed) => string.Join(
        " | ",
        System.Enum.GetValues(typeof(JsonKinds)).Cast<JsonKinds>()
            .Where(kind => kind != JsonKinds.None && allowed.HasFlag(kind)).Select(kind => $"{TypeNames.Runtime}JsonTypes.{kind}"));

    /// <summary>Asks constraints of a value that is there. A struct of ours or of JSON must be named: nothing tells the compiler that it may be unset.</summary>
    private void Apply(string value, Subject subject, Subject held, EquatableArray<Constraint> constraints)
    {
        string type = held.Type.Kind is TypeKind.Json or TypeKind.Value ? $"<{TypeNames.Core(held.Type)}>" : value == subject.Text ? TypeArgument(subject) : "";
        Call("Apply" + type, value, subject, Lambda(constraints, held));
    }

    /// <summary>Without a null in its type, a value does not tell which of the overloads is meant.</summary>
    private static string TypeArgument(Subject subject) => subject.Type is { IsValueType: true, IsNullable: false } ? $"<{TypeNames.Core(subject.Type)}>" : "";

    private void Call(string function, string arguments, Subject subject, params string[] more)
    {
        // The value itself has no name, and none is written where nothing follows it.
        string[] location = more.Length == 0 && subject is { Member.Length: 0, JsonName.Length: 0 } ? [] : [subject.Location];
        code.Write($"context.{function}({string.Join(", ", [arguments, .. location, .. more]).Replace(", \n", ",\n")});");
    }
}
