using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;

namespace Evolink.Codegen.Types;

/// <summary>
/// Decides which C# type each schema of one specification becomes. Objects, enums and unions become types of their own,
/// built from a queue, so that recursive schemas and long chains of references cost no stack.
/// </summary>
internal sealed class TypeBuilder(TypeScope scope, SpecDiagnostics diagnostics, CancellationToken cancellationToken)
{
    private const int MostNested = 16;
    private readonly Dictionary<TypeId, TypeDraft> _drafts = [];
    private readonly Dictionary<(SpecNode, DeclarationKind), TypeDraft> _byNode = [];
    private readonly Queue<TypeDraft> _pending = new();
    private readonly HashSet<SpecNode> _open = [];

    /// <summary>The schemas that a discriminator leads to, each with the schema that has the discriminator.</summary>
    private readonly Dictionary<SpecNode, SpecNode> _claims = [];

    /// <summary>The schemas of the responses that are tasks; their <c>status</c> is the runtime's.</summary>
    public HashSet<SpecNode> TaskSchemas { get; } = [];

    /// <summary>The bodies that change what is there: in what they hold, null clears a member.</summary>
    public List<TypeRef> PatchBodies { get; } = [];

    /// <summary>The members of multipart bodies that are files or lists of files.</summary>
    public Dictionary<SpecNode, TypeRef> Files { get; } = [];

    /// <summary>The C# type of a schema. The types that it names are queued.</summary>
    public TypeRef TypeOf(SchemaView view, TypeHint hint)
    {
        // A list or map that contains itself has no generated type at which the recursion would end.
        if (_open.Count == MostNested || !_open.Add(view.Identity))
        {
            diagnostics.Unsupported(view.Origin, _open.Count == MostNested ? $"a list or map of more than {MostNested} levels" : "a list or map that contains itself", "it is read as JsonElement");
            return new TypeRef(TypeKind.Json);
        }

        JsonKinds kinds = SchemaKinds.Infer(view);
        TypeHint own = scope.Hint(view.Identity, hint);
        TypeRef type = NullableSchemas.OnlyVariant(view) is { } variant
            ? TypeOf(SchemaView.From(variant), own)
            : TypeOf(view, kinds & ~JsonKinds.Null, own);
        type = type.Nullable(type.IsNullable || kinds.HasFlag(JsonKinds.Null));
        _open.Remove(view.Identity);
        return type;
    }

    /// <summary>Finishes everything that was queued and returns it in the order in which it was first met.</summary>
    /// <param name="names">The names that the responses of the document have; none where it is they that are built.</param>
    public IReadOnlyList<TypeDraft> Build(params IEnumerable<string> names)
    {
        scope.Avoid(names);
        foreach (TypeDraft draft in _pending)
        {
            draft.Name = scope.Free(draft.Name);
        }

        var members = new DraftCompleter(this, scope, diagnostics, cancellationToken);
        while (_pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            members.Complete(_pending.Dequeue());
        }

        PatchTypes.Mark(_drafts, PatchBodies);
        return _drafts.Values.ToList();
    }

    /// <summary>The type of a schema's values of some kinds.</summary>
    public TypeRef TypeOf(SchemaView view, JsonKinds kinds, TypeHint hint) => kinds switch
    {
        JsonKinds.None => new TypeRef(TypeKind.Json),
        JsonKinds.Object => ObjectType(view, hint),
        JsonKinds.Array => ListVariants.Find(view) is not null ? Declare(view, hint, DeclarationKind.Union).Reference : ListType(view, hint),
        JsonKinds.String => SchemaValues.Resolve(view).Count > 0 ? Declare(view, hint, DeclarationKind.Enum).Reference : ScalarTypes.ForString(view),
        JsonKinds.Boolean => new TypeRef(TypeKind.Boolean),
        JsonKinds.Integer => SchemaValues.Resolve(view).Count > 0
            ? Declare(view, hint, DeclarationKind.Enum).Reference
            : ScalarTypes.ForInteger(view, scope.IsRequest),
        JsonKinds.Number => SchemaValues.Resolve(view).Count > 0
            ? Declare(view, hint, DeclarationKind.Enum).Reference
            : ScalarTypes.ForNumber(view, scope.IsRequest),
        _ => Declare(view, hint, DeclarationKind.Union).Reference,
    };

    private TypeRef ListType(SchemaView view, TypeHint hint)
    {
        if (ListVariants.AreSeveral(view) && view.First("items") is null)
        {
            diagnostics.Unsupported(view.Origin, "a choice of lists that the kinds of their items do not tell apart", "it is read as a list of JsonElement");
        }

        // The items of a tuple differ, and items then speaks of the rest only.
        TypeRef item = view.First("prefixItems") is null && view.All("items").Where(node => node.Kind == SpecNodeKind.Object).ToList() is { Count: > 0 } items
            ? HeldType(SchemaView.From(items), hint.Item())
            : new TypeRef(TypeKind.Json);
        return new TypeRef(TypeKind.List, Element: item);
    }

    private TypeRef ObjectType(SchemaView view, TypeHint hint)
    {
        Discriminator? discriminator = Discriminators.Read(view);
        if (discriminator is { IsUnambiguous: true } && Claim(view, discriminator))
        {
            return Declare(view, hint, DeclarationKind.DiscriminatedUnion, discriminator).Reference;
        }

        if (ObjectVariants.Find(view) is not null)
        {
            return Declare(view, hint, DeclarationKind.Union).Reference;
        }

        if (discriminator is { IsUnambiguous: false })
        {
            diagnostics.Unsupported(
                view.Identity["discriminator"]!, "a discriminator with one value for several schemas that nothing else tells apart", "the schema is read as one object with the members of all");
        }

        if (ObjectMembers.Any(view))
        {
            return Declare(view, hint, DeclarationKind.Record).Reference;
        }

        return PropertySchemas.AreOnlyNamedAllowed(view)
            ? Declare(view, hint, DeclarationKind.Record).Reference
            : new TypeRef(TypeKind.Map, Element: OthersType(view, hint.Item()));
    }

    /// <summary>The type of the members that have no name of their own. Where several schemas describe them, they are any JSON.</summary>
    public TypeRef OthersType(SchemaView view, TypeHint hint)
    {
        List<SpecMember> patterns = PropertySchemas.Patterns(view).ToList();
        SpecNode? others = PropertySchemas.Others(view);
        SpecNode? only = PropertySchemas.AreOthersForbidden(view) ? patterns.Count == 1 ? patterns[0].Value : null
            : patterns.Count == 0 ? others
            : null;
        return only is { Kind: SpecNodeKind.Object, Members.Count: > 0 } ? HeldType(SchemaView.From(only), hint) : new TypeRef(TypeKind.Json);
    }

    /// <summary>The type of an item or of a map's value. Any JSON may be null as it is.</summary>
    private TypeRef HeldType(SchemaView view, TypeHint hint)
    {
        TypeRef type = TypeOf(view, hint);
        return type.Kind == TypeKind.Json ? type.Nullable(false) : type;
    }

    /// <summary>A record has one base, so a schema derives from one discriminated union: of two that share it, the first that is met.</summary>
    private bool Claim(SchemaView view, Discriminator discriminator)
    {
        if (discriminator.DerivedTypes.FirstOrDefault(item => _claims.TryGetValue(item.Schema, out SpecNode? owner) && !ReferenceEquals(owner, view.Identity)) is not { } shared)
        {
            discriminator.DerivedTypes.ToList().ForEach(item => _claims[item.Schema] = view.Identity);
            return true;
        }

        // A union does as well where it can tell the objects apart.
        if (ObjectVariants.Find(view) is null)
        {
            diagnostics.Unsupported(
                view.Identity["discriminator"]!, $"a second discriminator over '{ComponentSchemas.NameOf(shared.Schema)}'", "the schema is read as one object with the members of all");
        }

        return false;
    }

    /// <summary>The type of what a discriminator leads to: a record, or a hierarchy of its own.</summary>
    public TypeDraft DeclareDerived(DerivedSchema derived, TypeHint hint)
    {
        SchemaView view = SchemaView.From(derived.Schema);
        return derived.Nested is { IsUnambiguous: true } nested && Claim(view, nested)
            ? Declare(view, hint, DeclarationKind.DiscriminatedUnion, nested)
            : Declare(view, hint, DeclarationKind.Record);
    }

    /// <summary>The type to be generated for a schema; its members are found when its turn in the queue comes.</summary>
    public TypeDraft Declare(SchemaView view, TypeHint hint, DeclarationKind kind, Discriminator? discriminator = null)
    {
        // One schema is one type, however many references lead to it; a reference that leads back to it would never end.
        if (!_byNode.TryGetValue((view.Identity, kind), out TypeDraft? draft))
        {
            (TypeId id, string name) = scope.Name(view.Identity, hint);
            if (_drafts.TryGetValue(id, out draft) && draft.Kind != kind)
            {
                // The object among the variants of a union is described by the union's own schema.
                (id, name) = (hint.InlineId, hint.InlineName);
            }

            if (_drafts.TryGetValue(id, out draft) && (draft.Kind != kind || draft.View.Identity.Pointer != view.Identity.Pointer))
            {
                // Two schemas without a name may stand at places that are spelt alike, such as a header and a query parameter.
                id = FreeId(id);
            }

            if (!_drafts.TryGetValue(id, out draft))
            {
                // A bare reference shares the type of what it refers to; what this use adds are constraints, not members.
                SchemaView own = ReferenceEquals(view.Identity, view.Origin) ? view : SchemaView.From(view.Identity);
                _drafts.Add(id, draft = new TypeDraft(id, name, kind, own, hint.Property) { Discriminator = discriminator });
                _pending.Enqueue(draft);
            }

            _byNode.Add((view.Identity, kind), draft);
        }

        return draft;
    }

    private TypeId FreeId(TypeId id)
    {
        int number = 2;
        while (_drafts.ContainsKey(id.Numbered(number)))
        {
            number++;
        }

        return id.Numbered(number);
    }
}
