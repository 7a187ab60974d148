using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Naming;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>Finds the members of types to be generated: properties, variants and derived types.</summary>
internal sealed class DraftCompleter(TypeBuilder types, TypeScope scope, SpecDiagnostics diagnostics, CancellationToken cancellationToken)
{
    public void Complete(TypeDraft draft)
    {
        switch (draft.Kind)
        {
            case DeclarationKind.Record:
                CompleteRecord(draft);
                break;
            case DeclarationKind.Union:
                CompleteUnion(draft);
                break;
            case DeclarationKind.DiscriminatedUnion:
                CompleteDiscriminatedUnion(draft);
                break;
        }
    }

    private void CompleteRecord(TypeDraft draft)
    {
        NameScope names = NameScope.ForMembers(ReservedNames.RecordMembers);
        HashSet<string> required = draft.View.Required();
        RequiredNames.Undescribed(draft.View).ToList().ForEach(diagnostics.UndescribedRequired);
        bool isTask = types.TaskSchemas.Contains(draft.View.Identity);
        foreach ((string jsonName, SchemaView? view, bool isConditional) in ObjectMembers.Collect(draft.View))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (view?.IsTrue(scope.IsRequest ? "readOnly" : "writeOnly") == true)
            {
                // Only the other direction carries it.
                draft.LeftOut.Add(jsonName);
                continue;
            }

            bool isRequired = required.Contains(jsonName);
            bool isConstant = scope.IsRequest && isRequired && view is not null && IsConstant(view);
            TypeRef type = view is null ? new TypeRef(TypeKind.Json)
                : isTask && jsonName == "status" ? new TypeRef(TypeKind.Status)
                : isConstant ? ScalarTypes.ForConstant(view)
                : types.Files.TryGetValue(view.Origin, out TypeRef? file) ? file
                : types.TypeOf(view, TypeHint.ForMember(draft, jsonName));
            draft.Add(new MemberDraft(
                jsonName, names.Take(Words.Identifier(jsonName, "Value")), type, view, isRequired, isConstant, isConditional));
        }

        draft.Additional = scope.IsRequest && PropertySchemas.AreOnlyNamedAllowed(draft.View) ? null : types.OthersType(draft.View, TypeHint.ForMember(draft, "additional").Item());
    }

    private void CompleteUnion(TypeDraft draft)
    {
        JsonKinds kinds = SchemaKinds.Infer(draft.View);
        var hint = new TypeHint(draft.Name, draft.Id, draft.Property);
        foreach ((JsonKinds kind, string name) in VariantNames.Kinds)
        {
            if (kind == JsonKinds.Object && ObjectVariants.Find(draft.View) is { } objects)
            {
                AddObjects(draft, objects, hint);
            }
            else if (kind == JsonKinds.Array && ListVariants.Find(draft.View) is { } lists)
            {
                AddLists(draft, lists, hint);
            }
            else if (kinds.HasFlag(kind))
            {
                SchemaView view = VariantView(draft.View, kind);
                draft.Variants.Add(new VariantDraft(kind, name, VariantType(view, kind, hint.Variant(kind == JsonKinds.Array ? "Items" : name)), view));
            }
        }
    }

    private void AddObjects(TypeDraft union, IReadOnlyList<TestedSchema> objects, TypeHint hint)
    {
        // A schema may be called as a kind is, String or Array, which is a variant of its own.
        NameScope names = NameScope.ForMembers([.. ReservedNames.ValueMembers, .. VariantNames.OfKinds]);
        foreach (TestedSchema tested in objects)
        {
            SchemaView view = SchemaView.From(tested.Schema);
            string wanted = VariantNames.OfObject(tested, objects);
            // Any other object is called as its kind is.
            string name = tested.Conditions.Count == 0 && wanted == VariantNames.OfKind(JsonKinds.Object) ? wanted : names.Take(wanted);
            union.Variants.Add(new VariantDraft(JsonKinds.Object, name, types.TypeOf(view, hint.Variant(name)).Nullable(false), view, tested.Conditions));
        }
    }

    private void AddLists(TypeDraft union, IReadOnlyList<ListVariant> lists, TypeHint hint)
    {
        foreach (ListVariant list in lists)
        {
            SchemaView view = SchemaView.From(list.Schema);
            string name = VariantNames.OfKind(list.ItemKind) + "s";
            union.Variants.Add(new VariantDraft(JsonKinds.Array, name, types.TypeOf(view, hint.Variant(list.ItemKind == JsonKinds.Object ? "Items" : name)).Nullable(false), view, [list.Condition]));
        }
    }

    private void CompleteDiscriminatedUnion(TypeDraft draft)
    {
        var hint = new TypeHint(draft.Name, draft.Id, draft.Property);
        foreach (DerivedSchema item in draft.Discriminator!.DerivedTypes)
        {
            TypeDraft derived = types.DeclareDerived(item, hint);
            if (derived.IsAbove(draft))
            {
                // Another name of the base itself, which would be read by reading itself.
                continue;
            }

            derived.Base ??= draft;
            draft.DerivedTypes.Add((derived.Id, item.Values));
        }
    }

    private TypeRef VariantType(SchemaView view, JsonKinds kind, TypeHint hint) => kind switch
    {
        // A string or number among other kinds stays plain: a conversion through two types of ours would not compile.
        JsonKinds.String => new TypeRef(TypeKind.String),
        JsonKinds.Integer => ScalarTypes.ForInteger(view, scope.IsRequest),
        JsonKinds.Number => ScalarTypes.ForNumber(view, isRequest: false),
        _ => types.TypeOf(view, kind, hint),
    };

    /// <summary>The one variant that allows the kind, where there is one; else the whole schema.</summary>
    private static SchemaView VariantView(SchemaView view, JsonKinds kind)
    {
        List<SpecNode> variants = view.Variants()
            .Where(variant => SchemaKinds.Infer(SchemaView.From(variant)).HasFlag(kind)).ToList();
        if (kind == JsonKinds.Array && variants.Count > 1 && ListVariants.Arrays(view) is { Count: 1 } only)
        {
            return SchemaView.From(only[0]);
        }

        return variants.Count == 1 ? SchemaView.From(variants[0]) : view;
    }

    private static bool IsConstant(SchemaView view) =>
        SchemaValues.Resolve(view) is { Count: 1 } values
        && values[0].Kind is SpecNodeKind.String or SpecNodeKind.Number or SpecNodeKind.Boolean;
}
