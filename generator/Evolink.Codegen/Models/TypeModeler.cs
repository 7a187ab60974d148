using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Models;

/// <summary>Joins finished types with their constraints to values, in which no node of the file is left.</summary>
/// <param name="isRequest">Whether the types are those of requests, which have constraints.</param>
/// <param name="drafts">The types of the file's requests, or of its responses.</param>
/// <param name="constraints">Where they are found the constraints; null for responses.</param>
/// <param name="cancellationToken">Ends the work between two types.</param>
internal sealed class TypeModeler(bool isRequest, IReadOnlyCollection<TypeDraft> drafts, RequestConstraints? constraints, CancellationToken cancellationToken)
{
    private readonly Dictionary<TypeId, TypeDraft> _byId = drafts.ToDictionary(draft => draft.Id);

    public IEnumerable<TypeModel> Build() => drafts.SelectMany(Build);

    /// <summary>The types of a draft: one, or with a discriminated union also the record that keeps any other object.</summary>
    private IEnumerable<TypeModel> Build(TypeDraft draft)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return draft.Kind switch
        {
            DeclarationKind.Record => [Record(draft)],
            DeclarationKind.Union => [Union(draft)],
            DeclarationKind.DiscriminatedUnion => [DiscriminatedUnions.Create(draft, isRequest), DiscriminatedUnions.Fallback(draft, isRequest)],
            _ => [Enum(draft)],
        };
    }

    private RecordModel Record(TypeDraft draft) => new()
    {
        Id = draft.Id,
        Name = draft.Name,
        Pointer = draft.View.Identity.Pointer,
        IsRequest = isRequest,
        Doc = DocTexts.FromSchema(draft.View, $"The '{draft.Property}' object.") with { Facts = "" },
        Properties = DiscriminatedUnions.WithDiscriminators(draft, draft.Members.Select(member => Property(draft, member)).ToEquatableArray(), isRequest, ValuesOf),
        AdditionalProperties = draft.Additional,
        Constraints = constraints?.ForRecord(draft) ?? [],
        Models = isRequest && draft.Find(ModelIds.Member)?.View is { } model ? ModelIds.Read(model) : [],
    };

    private PropertyModel Property(TypeDraft owner, MemberDraft member) => new()
    {
        JsonName = member.JsonName,
        Name = member.Name,
        Type = isRequest ? MemberTypes.Declared(member) : member.Type.Nullable(),
        Pointer = member.View?.Origin.Pointer ?? "",
        Doc = DocTexts.FromMember(member, owner.View),
        IsRequired = isRequest && member.IsRequired,
        Constant = member.IsConstant ? Literals.ReadInitial(member.Type.Kind, SchemaValues.Resolve(member.View!)[0]) : null,
        Default = DefaultModel(member),
        HasBackingField = isRequest && MemberTypes.HasBackingField(member),
        IsClearable = isRequest && owner.Clears(member),
        WritesNull = isRequest && member.IsRequired && member.Type.IsNullable,
        IsDeprecated = member.View?.IsTrue("deprecated") ?? false,
        Constraints = constraints?.ForMember(member) ?? [],
    };

    /// <summary>The default of the member <c>model</c>, which a caller would have to repeat in every request.</summary>
    private Literal? DefaultModel(MemberDraft member) =>
        isRequest && member is { JsonName: "model", IsRequired: true, IsConstant: false, View: { } view } && view.First("default") is { Kind: SpecNodeKind.String } model
        && (member.Type.Kind == TypeKind.String || IsTextEnum(member.Type))
            ? new Literal(TypeKind.String, model.Text)
            : null;

    private bool IsTextEnum(TypeRef type) => type.Kind == TypeKind.Value && ValuesOf(type) == TypeKind.String;

    /// <summary>The type in which a type's values are written: of an enum the one behind it; no union is written as one.</summary>
    private TypeKind ValuesOf(TypeRef type) => type.Kind != TypeKind.Value ? type.Kind
        : _byId[type.Id] is { Kind: DeclarationKind.Enum } draft ? ScalarTypes.ForEnum(draft.View, isRequest)
        : TypeKind.Json;

    private UnionModel Union(TypeDraft draft) => new()
    {
        Id = draft.Id,
        Name = draft.Name,
        Pointer = draft.View.Identity.Pointer,
        IsRequest = isRequest,
        Doc = DocTexts.FromSchema(draft.View, "One of several kinds of value."),
        Variants = [.. draft.Variants.Select(variant =>
            new VariantModel(variant.Kind, variant.Name, variant.Type, constraints?.ForVariant(draft, variant) ?? [], Tests(variant)) { HasFiles = HasFiles(variant.Type) })],
    };

    private bool HasFiles(TypeRef type) => type.Kind == TypeKind.Model && _byId[type.Id] is var draft
        && (draft.Members.Any(member => member.Type.IsOfFiles) || draft.DerivedTypes.Any(item => HasFiles(_byId[item.Id].Reference)));

    private static EquatableArray<VariantTest> Tests(VariantDraft variant) =>
        variant.Conditions.Count == 0 ? [] : [new VariantTest([.. variant.Conditions.Select(Condition)])];

    private static VariantConditionModel Condition(VariantCondition condition) => condition switch
    {
        MemberCondition member => new MemberConditionModel(member.JsonName, [.. member.Values.Select(value => Literals.FromDiscriminator(value))], member.MayBeAbsent),
        FirstItemCondition item => new FirstItemConditionModel(item.Kinds, item.MayBeEmpty),
        _ => throw new System.NotSupportedException(),
    };

    private EnumModel Enum(TypeDraft draft)
    {
        var notes = new ValueNotes(draft.View);
        TypeKind underlying = ScalarTypes.ForEnum(draft.View, isRequest);
        // A value that the type cannot hold, such as true among numbers, is left out.
        List<(string Value, ValueNote Note)> values =
        [
            .. SchemaValues.Resolve(draft.View).Select(value => (Value: Literals.ReadInitial(underlying, value)?.Text, Note: notes.Find(value)))
                .Where(item => item.Value is not null).Select(item => (item.Value!, item.Note)),
        ];
        IReadOnlyList<string> names = EnumMemberNames.Assign(values, draft.Property, NameScope.ForMembers([.. ReservedNames.ValueMembers, draft.Name]));
        return new EnumModel
        {
            Id = draft.Id,
            Name = draft.Name,
            Pointer = draft.View.Identity.Pointer,
            IsRequest = isRequest,
            Doc = DocTexts.FromSchema(draft.View, $"A value of '{draft.Property}'.") with { Facts = "" },
            Underlying = underlying,
            Members = [.. values.Select((item, index) => new EnumMemberModel(names[index], item.Value, item.Note.Description))],
        };
    }
}
