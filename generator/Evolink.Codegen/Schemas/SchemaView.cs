using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>
/// A schema with all that holds for its values: the node itself, what its <c>$ref</c> leads to and every subschema of its <c>allOf</c>, seen as one.
/// All of the parts hold at once, so a keyword is asked of each.
/// </summary>
internal sealed class SchemaView
{
    /// <summary>Keywords that say something about a schema, but neither shape it nor restrict it.</summary>
    private static readonly HashSet<string> s_annotations = new(StringComparer.Ordinal)
    {
        "$ref", "allOf", "title", "description", "summary", "default", "example", "examples", "deprecated", "readOnly",
        "writeOnly", "externalDocs", "xml", "$comment", "nullable",
    };

    private readonly List<SpecNode> _parts = new(1);

    private SchemaView(SpecNode origin) => Origin = origin;

    /// <summary>The node where the schema is used.</summary>
    public SpecNode Origin { get; }

    public IReadOnlyList<SpecNode> Parts => _parts;

    /// <summary>
    /// The node that names the type: the target of a bare reference (annotations beside it do not count), else the origin.
    /// </summary>
    public SpecNode Identity { get; private set; } = null!;

    public static SchemaView From(SpecNode node)
    {
        if (LeadsOn(node))
        {
            return From([node]);
        }

        // Most schemas are a node and nothing else.
        var view = new SchemaView(node) { Identity = node };
        if (node.Kind == SpecNodeKind.Object)
        {
            view._parts.Add(node);
        }

        return view;
    }

    /// <summary>The conjunction of several schemas of one property.</summary>
    public static SchemaView From(IReadOnlyList<SpecNode> nodes)
    {
        if (nodes.Count == 1 && !LeadsOn(nodes[0]))
        {
            return From(nodes[0]);
        }

        var view = new SchemaView(nodes[0]);
        var seen = new HashSet<SpecNode>();
        foreach (SpecNode node in nodes)
        {
            view.Add(node, seen);
        }

        view.Identity = IdentityOf(nodes[0]);
        return view;
    }

    /// <summary>What each part says under a keyword.</summary>
    public IReadOnlyList<SpecNode> All(string keyword)
    {
        // Asked of every schema for every keyword, and nearly always of none or one part: the answer to that allocates little or nothing.
        List<SpecNode>? found = null;
        foreach (SpecNode part in _parts)
        {
            if (ValueIn(part, keyword) is { } value)
            {
                (found ??= new List<SpecNode>(1)).Add(value);
            }
        }

        return found ?? (IReadOnlyList<SpecNode>)[];
    }

    public SpecNode? First(string keyword)
    {
        foreach (SpecNode part in _parts)
        {
            if (ValueIn(part, keyword) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The subschemas of <c>oneOf</c>, then those of <c>anyOf</c>.</summary>
    public IEnumerable<SpecNode> Variants()
    {
        (IReadOnlyList<SpecNode> oneOf, IReadOnlyList<SpecNode> anyOf) = (All("oneOf"), All("anyOf"));
        return oneOf.Count + anyOf.Count == 0 ? [] : oneOf.Concat(anyOf).SelectMany(node => node.Items);
    }

    /// <summary>The subschemas of the <c>oneOf</c> of one schema object, or of its <c>anyOf</c> where it has no <c>oneOf</c>.</summary>
    public static IReadOnlyList<SpecNode> OwnVariants(SpecNode schema) => (schema["oneOf"] ?? schema["anyOf"])?.Items ?? [];

    public string? Text(string keyword) => All(keyword).FirstOrDefault(node => node.Kind == SpecNodeKind.String)?.Text;

    public bool IsTrue(string keyword) => All(keyword).Any(node => node is { Kind: SpecNodeKind.Boolean, Text: "true" });

    /// <summary>The schema that a JSON pointer into a value leads to, by the members of objects; null where none is described.</summary>
    public SchemaView? Find(string pointer)
    {
        SchemaView? found = this;
        foreach (string name in JsonPointer.Split(pointer))
        {
            found = found?.Properties().Where(property => property.Key == name).Select(property => From(property.Value)).FirstOrDefault();
        }

        return found;
    }

    /// <summary>
    /// The members of <c>properties</c> in the order of the file; each with its schema in every part that has one, and with
    /// those of the patterns that its name matches.
    /// </summary>
    public IEnumerable<KeyValuePair<string, IReadOnlyList<SpecNode>>> Properties()
    {
        IReadOnlyList<SpecNode> described = All("properties");
        if (described.Count == 0)
        {
            return [];
        }

        if (described.Count == 1 && First("patternProperties") is null)
        {
            // Names are unique in one object.
            return described[0].Members.Select(member => new KeyValuePair<string, IReadOnlyList<SpecNode>>(member.Name, [member.Value]));
        }

        var byName = new Dictionary<string, List<SpecNode>>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (SpecMember member in described.SelectMany(node => node.Members))
        {
            if (!byName.TryGetValue(member.Name, out List<SpecNode>? nodes))
            {
                byName.Add(member.Name, nodes = []);
                order.Add(member.Name);
            }

            nodes.Add(member.Value);
        }

        foreach ((string name, SpecNode schema) in PropertySchemas.ByPattern(this, order))
        {
            byName[name].Add(schema);
        }

        return order.Select(name => new KeyValuePair<string, IReadOnlyList<SpecNode>>(name, byName[name]));
    }

    public HashSet<string> Required() => new(
        All("required").SelectMany(node => node.Items).Where(item => item.Kind == SpecNodeKind.String).Select(item => item.Text),
        StringComparer.Ordinal);

    private SpecNode? ValueIn(SpecNode part, string keyword) => keyword is "oneOf" or "anyOf" && IsOfBase(part) ? null : part[keyword];

    /// <summary>Whether more holds for the values of a schema than what stands in its node.</summary>
    private static bool LeadsOn(SpecNode node) => node.Has(SpecReference.Keyword) || node.Has("allOf");

    /// <summary>A child that names its base under allOf is one of the base's variants, and does not have the base's variants itself. Any other schema has them.</summary>
    private bool IsOfBase(SpecNode part)
    {
        if (part["discriminator"] is null || _parts.Count == 1)
        {
            return false;
        }

        HashSet<SpecNode> cases = DerivedSchemas.Cases(part);
        return _parts.Any(other => !ReferenceEquals(other, part) && cases.Contains(other));
    }

    /// <summary>Without recursion: a chain of references may be longer than a compiler's stack is deep.</summary>
    private void Add(SpecNode first, HashSet<SpecNode> seen)
    {
        var open = new Stack<SpecNode>();
        open.Push(first);
        while (open.Count > 0)
        {
            SpecNode node = open.Pop();
            // A schema that leads back to itself by $ref or allOf adds nothing the second time.
            if (node.Kind != SpecNodeKind.Object || !seen.Add(node))
            {
                continue;
            }

            _parts.Add(node);
            foreach (SpecNode branch in (node["allOf"]?.Items ?? []).Reverse())
            {
                open.Push(branch);
            }

            if (SpecReference.Target(node) is { } target)
            {
                open.Push(target);
            }
        }
    }

    private static SpecNode IdentityOf(SpecNode node)
    {
        var seen = new HashSet<SpecNode>();
        while (seen.Add(node) && node.Members.All(member => IsAnnotation(member.Name) || IsSaidByHierarchy(node, member)))
        {
            IReadOnlyList<SpecNode> branches = node["allOf"]?.Items ?? [];
            if (SpecReference.Target(node) is { } target)
            {
                if (branches.Count > 0)
                {
                    return node;
                }

                node = target;
            }
            else if (branches.Count == 1 && SpecReference.Target(branches[0]) is { } named && !(ComponentSchemas.NameOf(node) is not null && DerivedSchemas.IsOfHierarchy(named)))
            {
                node = branches[0];
            }
            else
            {
                return node;
            }
        }

        return node;
    }

    /// <summary>Whether a member is the <c>type: object</c> that OpenAPI 3.0.3 wants beside a nullable reference, of objects that a discriminator tells apart.</summary>
    private static bool IsSaidByHierarchy(SpecNode node, SpecMember member) =>
        member.Name == "type" && (SchemaKinds.Declared(member.Value) & ~JsonKinds.Null) == JsonKinds.Object
        && (SpecReference.Target(node) ?? (node["allOf"]?.Items is [{ } only] ? SpecReference.Target(only) : null)) is { } target
        && DerivedSchemas.IsOfHierarchy(target, alsoOverVariants: true);

    public static bool IsAnnotation(string keyword) =>
        s_annotations.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal);
}
