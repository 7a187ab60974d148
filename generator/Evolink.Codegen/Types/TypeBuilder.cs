using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

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

    /// <summary>The cases of discriminators, each with the schema that has the discriminator.</summary>
    private readonly Dictionary<SpecNode, SpecNode> claims = [];

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
            ? HeldType(SchemaView.Of(items), hint.Item())
            : new TypeRef(TypeKind.Json);
        return new TypeRef(TypeKind.List, Element: item);
    }

    private TypeRef ObjectType(SchemaView view, TypeHint hint)
    {
        if (Discriminators.Of(view) is { } discriminator && Claim(view, discriminator))
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

        return PropertySchemas.AreOnlyNamedAllowed(view)
            ? Enqueue(view, hint, ShapeKind.Record)
            : new TypeRef(TypeKind.Map, Element: OthersType(view, hint.Item()));
    }

    /// <summary>The type of the members that have no name of their own. Where several schemas speak of them, they are any JSON.</summary>
    private TypeRef OthersType(SchemaView view, TypeHint hint)
    {
        List<SpecMember> patterns = PropertySchemas.Patterns(view).ToList();
        SpecNode? others = PropertySchemas.Others(view);
        SpecNode? only = PropertySchemas.AreOthersForbidden(view) ? patterns.Count == 1 ? patterns[0].Value : null
            : patterns.Count == 0 ? others
            : null;
        return only is { Kind: SpecNodeKind.Object, Members.Count: > 0 } ? HeldType(SchemaView.Of(only), hint) : new TypeRef(TypeKind.Json);
    }

    /// <summary>The type of an item or of a map's value. Any JSON may be null as it is.</summary>
    private TypeRef HeldType(SchemaView view, TypeHint hint)
    {
        TypeRef type = TypeOf(view, hint);
        return type.Kind == TypeKind.Json ? type.Nullable(false) : type;
    }

    /// <summary>A record has one base, so a schema is a case of one discriminator: of two that share one, the first met has it.</summary>
    private bool Claim(SchemaView view, Discriminator discriminator)
    {
        if (discriminator.Cases.FirstOrDefault(item => claims.TryGetValue(item.Schema, out SpecNode? owner) && !ReferenceEquals(owner, view.Identity)) is not { } shared)
        {
            discriminator.Cases.ToList().ForEach(item => claims[item.Schema] = view.Identity);
            return true;
        }

        // A union does as well where it can tell the objects apart.
        if (ObjectBranches(view) is null)
        {
            diagnostics.Unsupported(
                view.Identity["discriminator"]!, $"a second discriminator over '{TypeScope.ComponentName(shared.Schema)}'", "the schema is read as one object with the members of all");
        }

        return false;
    }

    /// <summary>Branches that are objects told apart by their members; null where the schema is one object itself.</summary>
    private static IReadOnlyList<(SpecNode Schema, ObjectTest? Test)>? ObjectBranches(SchemaView view)
    {
        List<SpecNode> branches = view.Choices()
            .Where(branch => SchemaKinds.Of(SchemaView.Of(branch)) == JsonKinds.Object && ObjectMembers.Any(SchemaView.Of(branch))).ToList();
        return branches.Count < 2 || view.Properties().Any() || IsAmongItsChoices(view) ? null : ObjectTests.Of(branches) ?? Discriminators.Tests(view);
    }

    /// <summary>A union is a struct, and no struct holds itself.</summary>
    private static bool IsAmongItsChoices(SchemaView view)
    {
        var seen = new HashSet<SpecNode>();
        var open = new Stack<SchemaView>([view]);
        while (open.Count > 0)
        {
            foreach (SchemaView choice in open.Pop().Choices().Select(SchemaView.Of).Where(choice => seen.Add(choice.Identity)))
            {
                open.Push(choice);
            }
        }

        return seen.Contains(view.Identity);
    }

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
