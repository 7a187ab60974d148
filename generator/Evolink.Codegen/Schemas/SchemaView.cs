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

    private readonly List<SpecNode> parts = [];

    private SchemaView(SpecNode origin) => Origin = origin;

    /// <summary>The node where the schema is used.</summary>
    public SpecNode Origin { get; }

    public IReadOnlyList<SpecNode> Parts => parts;

    /// <summary>
    /// The node that names the type: the target of a bare reference (annotations beside it do not count), else the origin.
    /// </summary>
    public SpecNode Identity { get; private set; } = null!;

    public static SchemaView From(SpecNode node) => From([node]);

    /// <summary>The conjunction of several schemas of one property.</summary>
    public static SchemaView From(IReadOnlyList<SpecNode> nodes)
    {
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
    public IEnumerable<SpecNode> All(string keyword) => parts
        .Where(part => keyword is not ("oneOf" or "anyOf") || !IsOfBase(part))
        .Select(part => part[keyword]).OfType<SpecNode>();

    public SpecNode? First(string keyword) => All(keyword).FirstOrDefault();

    /// <summary>The subschemas of <c>oneOf</c>, then those of <c>anyOf</c>.</summary>
    public IEnumerable<SpecNode> Variants() => All("oneOf").Concat(All("anyOf")).SelectMany(node => node.Items);

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
        var byName = new Dictionary<string, List<SpecNode>>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (SpecMember member in All("properties").SelectMany(node => node.Members))
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

    /// <summary>A child that names its base under allOf is one of the base's variants, and does not have the base's variants itself.</summary>
    private bool IsOfBase(SpecNode part) => part["discriminator"] is not null && !ReferenceEquals(part, Identity);

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

            parts.Add(node);
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
        while (seen.Add(node) && node.Members.All(member => IsAnnotation(member.Name)))
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

    public static bool IsAnnotation(string keyword) =>
        s_annotations.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal);
}
