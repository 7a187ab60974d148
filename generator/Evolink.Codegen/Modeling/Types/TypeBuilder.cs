using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Modeling.Schemas;
using Evolink.Codegen.Reading;

namespace Evolink.Codegen.Modeling.Types;

/// <summary>
/// Decides which C# type each schema of one specification becomes. Objects, enums and unions become types of their own,
/// built from a queue, so that recursive schemas and long chains of references cost no stack.
/// </summary>
internal sealed partial class TypeBuilder(TypeScope scope, ModelingDiagnostics diagnostics, CancellationToken cancellationToken)
{
    private const int MostNested = 16;
    private readonly Dictionary<string, TypeShape> shapes = new(System.StringComparer.Ordinal);
    private readonly Dictionary<(SpecNode, ShapeKind), TypeShape> byNode = [];
    private readonly Queue<TypeShape> pending = new();
    private readonly HashSet<SpecNode> open = [];

    /// <summary>The schemas of the answers that are tasks; their <c>status</c> is the runtime's.</summary>
    public HashSet<SpecNode> TaskSchemas { get; } = [];

    /// <summary>The members of multipart bodies that are files or lists of files.</summary>
    public Dictionary<SpecNode, TypeRef> Files { get; } = [];

    /// <summary>The C# type of a schema; what it needs besides is queued.</summary>
    public TypeRef TypeOf(SchemaView view, TypeHint hint)
    {
        // A list or map that contains itself has no name to stop at.
        if (open.Count == MostNested || !open.Add(view.Identity))
        {
            diagnostics.Unsupported(view.Origin, open.Count == MostNested ? $"a list or map of more than {MostNested} levels" : "a list or map that contains itself", "it is read as JsonElement");
            return new TypeRef(TypeKind.Json);
        }

        JsonKinds kinds = SchemaKinds.Of(view);
        TypeHint own = scope.Hint(view.Identity, hint);
        TypeRef type = OptionalSchemas.OnlyBranch(view) is { } branch
            ? TypeOf(SchemaView.Of(branch), own)
            : TypeOf(view, kinds & ~JsonKinds.Null, own);
        type = type.Nullable(type.IsNullable || kinds.HasFlag(JsonKinds.Null));
        open.Remove(view.Identity);
        return type;
    }

    /// <summary>Finishes everything that was queued and returns it in the order in which it was first met.</summary>
    public IReadOnlyList<TypeShape> Build()
    {
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Complete(pending.Dequeue());
        }

        return shapes.Values.ToList();
    }

    private TypeRef TypeOf(SchemaView view, JsonKinds kinds, TypeHint hint) => kinds switch
    {
        JsonKinds.None => new TypeRef(TypeKind.Json),
        JsonKinds.Object => ObjectType(view, hint),
        JsonKinds.Array => ListType(view, hint),
        JsonKinds.String => SchemaValues.Of(view).Count > 0 ? Enqueue(view, hint, ShapeKind.Enum) : ScalarTypes.OfString(view),
        JsonKinds.Boolean => new TypeRef(TypeKind.Boolean),
        JsonKinds.Integer => SchemaValues.Of(view).Count > 0
            ? Enqueue(view, hint, ShapeKind.Enum)
            : ScalarTypes.OfInteger(view, scope.IsRequest),
        JsonKinds.Number => SchemaValues.Of(view).Count > 0
            ? Enqueue(view, hint, ShapeKind.Enum)
            : ScalarTypes.OfNumber(view),
        _ => Enqueue(view, hint, ShapeKind.Union),
    };

    private TypeRef ListType(SchemaView view, TypeHint hint)
    {
        // The items of a tuple differ, and items then speaks of the rest only.
        TypeRef item = view.First("prefixItems") is null && view.All("items").Where(node => node.Kind == SpecNodeKind.Object).ToList() is { Count: > 0 } items
            ? TypeOf(SchemaView.Of(items), hint.Item())
            : new TypeRef(TypeKind.Json);
        return new TypeRef(TypeKind.List, Element: item);
    }

    private TypeRef ObjectType(SchemaView view, TypeHint hint)
    {
        if (Discriminators.Of(view) is { } discriminator)
        {
            return Enqueue(view, hint, ShapeKind.Hierarchy, discriminator);
        }

        if (ObjectBranches(view) is not null)
        {
            return Enqueue(view, hint, ShapeKind.Union);
        }

        if (ObjectMembers.Any(view))
        {
            return Enqueue(view, hint, ShapeKind.Record);
        }

        SpecNode? values = view.First("additionalProperties");
        if (values is not null && SchemaShapes.IsNever(values))
        {
            return view.First("patternProperties") is { Members.Count: 1 } pattern
                ? new TypeRef(TypeKind.Map, Element: TypeOf(SchemaView.Of(pattern.Members[0].Value), hint.Item()))
                : Enqueue(view, hint, ShapeKind.Record);
        }

        TypeRef value = values is { Kind: SpecNodeKind.Object, Members.Count: > 0 }
            ? TypeOf(SchemaView.Of(values), hint.Item())
            : new TypeRef(TypeKind.Json);
        return new TypeRef(TypeKind.Map, Element: value);
    }

    /// <summary>Branches that are objects told apart by their members; null where the schema is one object itself.</summary>
    private static IReadOnlyList<(SpecNode Schema, ObjectTest? Test)>? ObjectBranches(SchemaView view)
    {
        List<SpecNode> branches = Choices(view)
            .Where(branch => SchemaKinds.Of(SchemaView.Of(branch)) == JsonKinds.Object && ObjectMembers.Any(SchemaView.Of(branch))).ToList();
        return branches.Count < 2 || view.Properties().Any() || IsAmongItsChoices(view) ? null : ObjectTests.Of(branches);
    }

    /// <summary>A union is a struct, and no struct holds itself.</summary>
    private static bool IsAmongItsChoices(SchemaView view)
    {
        var seen = new HashSet<SpecNode>();
        var open = new Stack<SchemaView>([view]);
        while (open.Count > 0)
        {
            foreach (SchemaView choice in Choices(open.Pop()).Select(SchemaView.Of).Where(choice => seen.Add(choice.Identity)))
            {
                open.Push(choice);
            }
        }

        return seen.Contains(view.Identity);
    }

    private static IEnumerable<SpecNode> Choices(SchemaView view) => view.All("oneOf").Concat(view.All("anyOf")).SelectMany(node => node.Items);

    private TypeRef Enqueue(SchemaView view, TypeHint hint, ShapeKind kind, Discriminator? discriminator = null)
    {
        // One schema is one type, however many ways lead to it; a way that leads through itself would never end.
        if (!byNode.TryGetValue((view.Identity, kind), out TypeShape? shape))
        {
            (string id, string name) = scope.Name(view.Identity, hint);
            if (shapes.TryGetValue(id, out shape) && shape.Kind != kind)
            {
                // The object among the variants of a union is described by the union's own schema.
                (id, name) = (hint.InlineId, hint.InlineName);
            }

            if (!shapes.TryGetValue(id, out shape))
            {
                // A bare reference shares the type of what it refers to; what this use adds are rules, not members.
                SchemaView own = ReferenceEquals(view.Identity, view.Origin) ? view : SchemaView.Of(view.Identity);
                shapes.Add(id, shape = new TypeShape(id, name, kind, own, hint.Property) { Discriminator = discriminator });
                pending.Enqueue(shape);
            }

            byNode.Add((view.Identity, kind), shape);
        }

        return new TypeRef(shape.Kind is ShapeKind.Record or ShapeKind.Hierarchy ? TypeKind.Model : TypeKind.Value, shape.Id);
    }
}
