using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Constraints;

/// <summary>Turns the keywords of a schema into rules for a value whose C# type is known.</summary>
/// <param name="shapes">The types of the file's requests, by their ids.</param>
/// <param name="diagnostics">Where what is not checked is reported.</param>
/// <param name="isEvolink">Whether the document follows EvoLink's conventions, by which members are known by name.</param>
/// <param name="wholeTypes">Which types can be relied on where rules must be whole; null to rely on all.</param>
/// <param name="cancellationToken">Ends the work between two schemas.</param>
internal sealed partial class RuleBuilder(
    IReadOnlyDictionary<string, TypeShape> shapes, ModelingDiagnostics diagnostics, bool isEvolink, WholeTypes? wholeTypes, CancellationToken cancellationToken)
{
    /// <summary>The rules of a member of a record, at the place where it is declared.</summary>
    public EquatableArray<Constraint> OfMember(MemberShape member)
    {
        if (member.View is not { } view)
        {
            return WellFormed(member.Type);
        }

        work = 0;
        if (member.IsConditional)
        {
            // What the branch demands, the branch's own rules say.
            return member.Type.Kind == TypeKind.Double ? [new FiniteConstraint()] : WellFormed(member.Type);
        }

        List<Constraint> rules = [.. OfValue(member.Type, view, isOwn: true)];
        if (member.JsonName == "callback_url" && member.Type.Kind is TypeKind.Uri or TypeKind.String)
        {
            // The rule for callbacks says all that the format would, and more.
            rules.RemoveAll(rule => rule is AbsoluteUriConstraint);
            rules.Add(new CallbackUrlConstraint());
        }
        else if (MediaUrls.Are(member, view, isEvolink, diagnostics))
        {
            return MediaUrls.Constraints(member.Type, [.. rules]);
        }

        return [.. rules];
    }

    /// <summary>The rules of a request body that is no generated type.</summary>
    public EquatableArray<Constraint> OfBody(TypeRef type, SchemaView view)
    {
        work = 0;
        return OfValue(type, view, isOwn: true);
    }

    /// <param name="isOwn">Whether the type was made for this schema; a branch or condition only restricts a type made elsewhere.</param>
    private EquatableArray<Constraint> OfValue(TypeRef type, SchemaView view, bool isOwn)
    {
        if (!isOwn && !Allows(view, type))
        {
            return [new FalseSchemaConstraint()];
        }

        if (isOwn && OptionalSchemas.OnlyBranch(view) is { } branch)
        {
            return Open(branch, () => OfValue(type, SchemaView.Of(branch), isOwn));
        }

        ReportUnchecked(type, view);
        IEnumerable<Constraint> rules = type.Kind switch
        {
            TypeKind.Model => isOwn || shapes[type.Target].View.Identity == view.Identity ? [Rely(type)] : [new ApplyConstraint(OfObject(shapes[type.Target], view))],
            TypeKind.Value => OfGenerated(type, view, isOwn),
            TypeKind.List => Listed(view).Concat(OfList(type, view, isOwn)),
            TypeKind.Map => Listed(view).Concat(OfMap(type, view, isOwn)),
            TypeKind.Json => OfJson(view),
            TypeKind.String or TypeKind.Text or TypeKind.Uri => OfValues(type, view).Concat(OfText(type, view)),
            TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal =>
                OfValues(type, view).Concat(Whole(type, view)).Concat(OfNumber(type, view, isOwn)),
            TypeKind.Boolean => OfValues(type, view),
            TypeKind.DateTimeOffset or TypeKind.Date or TypeKind.Guid or TypeKind.Bytes => OfWritten(view),
            _ => [],
        };

        bool composes = type.Kind is not (TypeKind.Model or TypeKind.Value);
        EquatableArray<Constraint> all = [.. composes ? rules.Concat(Composites(type, view)) : rules];
        return isOwn ? WithWellFormed(type, all) : all;
    }

    private IEnumerable<Constraint> OfGenerated(TypeRef type, SchemaView view, bool isOwn)
    {
        TypeShape shape = shapes[type.Target];
        if (shape.Kind == ShapeKind.Enum)
        {
            var plain = new TypeRef(ScalarTypes.OfEnum(shape.View, isRequest: true));
            return isOwn ? [new EnumConstraint(LiteralsOf(plain, shape.View)) { AreOfType = true }] : OfValues(plain, view);
        }

        return isOwn ? [Rely(type)] : shape.Variants.Select(variant => Allows(view, variant.Type)
            ? new VariantConstraint(variant.Name, variant.Type, IsAllowed: true, OfValue(variant.Type, view, isOwn: false))
            : new VariantConstraint(variant.Name, variant.Type, IsAllowed: false, []));
    }

    /// <summary>Whether a generated type is an enum of texts.</summary>
    public bool IsTextEnum(TypeRef type) =>
        shapes[type.Target] is { Kind: ShapeKind.Enum } shape && ScalarTypes.OfEnum(shape.View, isRequest: true) == TypeKind.String;

    /// <summary>Whether a schema leaves room for any value of a type.</summary>
    private bool Allows(SchemaView view, TypeRef type)
    {
        if (view.Parts.Any(SchemaShapes.IsNever))
        {
            return false;
        }

        JsonKinds allowed = SchemaKinds.Of(view);
        return allowed == JsonKinds.None || (allowed & KindsOf(type)) != JsonKinds.None;
    }

    private JsonKinds KindsOf(TypeRef type) => type.Kind switch
    {
        TypeKind.Boolean => JsonKinds.Boolean,
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal => JsonKinds.Integer | JsonKinds.Number,
        TypeKind.List => JsonKinds.Array,
        TypeKind.Map or TypeKind.Model => JsonKinds.Object,
        TypeKind.Value => shapes[type.Target] is { Kind: ShapeKind.Union } union
            ? union.Variants.Aggregate(JsonKinds.None, (kinds, variant) => kinds | variant.Kind)
            : ScalarTypes.OfEnum(shapes[type.Target].View, isRequest: true) == TypeKind.String
                ? JsonKinds.String
                : JsonKinds.Integer | JsonKinds.Number,
        TypeKind.Json => (JsonKinds)~0,
        _ => JsonKinds.String,
    };
}
