using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Naming;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

internal sealed partial class TypeBuilder
{
    private static readonly (JsonKinds Kind, string Name)[] VariantNames =
    [
        (JsonKinds.Boolean, "Boolean"), (JsonKinds.Integer, "Integer"), (JsonKinds.Number, "Number"),
        (JsonKinds.String, "String"), (JsonKinds.Array, "Array"), (JsonKinds.Object, "Object"),
    ];

    private void Complete(TypeShape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Record:
                CompleteRecord(shape);
                break;
            case ShapeKind.Union:
                CompleteUnion(shape);
                break;
            case ShapeKind.Hierarchy:
                CompleteHierarchy(shape);
                break;
        }
    }

    private void CompleteRecord(TypeShape shape)
    {
        NameScope names = NameScope.ForMembers(ReservedNames.RecordMembers);
        HashSet<string> required = shape.View.Required();
        bool isTask = TaskSchemas.Contains(shape.View.Identity);
        foreach ((string jsonName, SchemaView? view, bool isConditional) in ObjectMembers.Of(shape.View))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (view?.IsTrue(scope.IsRequest ? "readOnly" : "writeOnly") == true)
            {
                // Only the other direction carries it.
                continue;
            }

            bool isRequired = required.Contains(jsonName);
            bool isConstant = scope.IsRequest && isRequired && view is not null && IsConstant(view);
            TypeRef type = view is null ? new TypeRef(TypeKind.Json)
                : isTask && jsonName == "status" ? new TypeRef(TypeKind.Status)
                : isConstant ? ScalarTypes.OfConstant(view)
                : Files.TryGetValue(view.Origin, out TypeRef? file) ? file
                : TypeOf(view, TypeHint.ForMember(shape, jsonName));
            shape.Add(new MemberShape(
                jsonName, names.Take(Words.Identifier(jsonName, "Value")), type, view, isRequired, isConstant, isConditional));
        }

        shape.Additional = scope.IsRequest && PropertySchemas.AreOnlyNamedAllowed(shape.View) ? null : OthersType(shape.View, TypeHint.ForMember(shape, "additional").Item());
    }

    private void CompleteUnion(TypeShape shape)
    {
        JsonKinds kinds = SchemaKinds.Of(shape.View);
        var hint = new TypeHint(shape.Name, shape.Id, shape.Property);
        foreach ((JsonKinds kind, string name) in VariantNames)
        {
            if (kind == JsonKinds.Object && ObjectBranches(shape.View) is { } branches)
            {
                AddObjects(shape, branches, hint);
            }
            else if (kinds.HasFlag(kind))
            {
                SchemaView view = VariantView(shape.View, kind);
                shape.Variants.Add(new VariantShape(kind, name, VariantType(view, kind, hint.Variant(kind == JsonKinds.Array ? "Items" : name)), view));
            }
        }
    }

    private void AddObjects(TypeShape union, IReadOnlyList<(SpecNode Schema, ObjectTest? Test)> branches, TypeHint hint)
    {
        // A schema may be called as a kind is, String or Array, which is a variant of its own.
        NameScope names = NameScope.ForMembers([.. ReservedNames.ValueMembers, .. VariantNames.Select(kind => kind.Name)]);
        foreach ((SpecNode schema, ObjectTest? test) in branches)
        {
            SchemaView view = SchemaView.Of(schema);
            string name = names.Take(Words.Identifier(TypeScope.ComponentName(view.Identity) ?? view.Text("title") ?? "Object", "Object"));
            union.Variants.Add(new VariantShape(JsonKinds.Object, name, TypeOf(view, hint.Variant(name)).Nullable(false), view, test));
        }
    }

    private void CompleteHierarchy(TypeShape shape)
    {
        var hint = new TypeHint(shape.Name, shape.Id, shape.Property);
        foreach (DiscriminatorCase item in shape.Discriminator!.Cases)
        {
            TypeRef type = Enqueue(SchemaView.Of(item.Schema), hint, ShapeKind.Record);
            shapes[type.Target].Base ??= shape;
            shape.Cases.Add((type.Target, item.Values));
        }
    }

    private TypeRef VariantType(SchemaView view, JsonKinds kind, TypeHint hint) => kind switch
    {
        // A string or number among other kinds stays plain: a conversion through two types of ours would not compile.
        JsonKinds.String => new TypeRef(TypeKind.String),
        JsonKinds.Integer => ScalarTypes.OfInteger(view, scope.IsRequest),
        JsonKinds.Number => ScalarTypes.OfNumber(view),
        _ => TypeOf(view, kind, hint),
    };

    /// <summary>The one branch that allows the kind, where there is one; else the schema as a whole.</summary>
    private static SchemaView VariantView(SchemaView view, JsonKinds kind)
    {
        List<SpecNode> branches = view.Choices()
            .Where(branch => SchemaKinds.Of(SchemaView.Of(branch)).HasFlag(kind)).ToList();
        return branches.Count == 1 ? SchemaView.Of(branches[0]) : view;
    }

    private static bool IsConstant(SchemaView view) =>
        SchemaValues.Of(view) is { Count: 1 } values
        && values[0].Kind is SpecNodeKind.String or SpecNodeKind.Number or SpecNodeKind.Boolean;
}
