using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Schemas;

/// <summary>
/// A schema of the document as JSON Schema 2020-12 that stands alone, for those who know JSON Schema and no OpenAPI: what it refers
/// to is in its <c>$defs</c>, and keywords that only OpenAPI has are left out.
/// </summary>
internal sealed class JsonSchemaText
{
    private const string Definitions = "$defs";

    /// <summary>Keywords of OpenAPI alone. Those of <c>example</c> and <c>nullable</c> have a successor.</summary>
    private static readonly HashSet<string> s_openApiOnly = ["discriminator", "xml", "externalDocs", "example", "nullable", "$anchor", "$id", "$schema", "definitions", Definitions];

    private readonly SpecNode _root;
    private readonly Dictionary<SpecNode, string> _names = [];
    private readonly Queue<SpecNode> _open = new();
    private readonly StringBuilder _text = new();

    private JsonSchemaText(SpecNode root) => _root = root;

    public static string Write(SpecNode schema)
    {
        SpecNode root = SpecReference.Follow(schema) ?? schema;
        var writer = new JsonSchemaText(root);
        writer.WriteRoot();
        return writer._text.ToString();
    }

    /// <summary>A value that is no schema, such as an example.</summary>
    public static string WriteValue(SpecNode value)
    {
        var writer = new JsonSchemaText(value);
        writer.Value(value);
        return writer._text.ToString();
    }

    private void WriteRoot()
    {
        _text.Append('{');
        bool isFirst = Members(_root);
        string separator = isFirst ? "" : ",";
        for (int count = 0; _open.Count > 0; count++)
        {
            SpecNode definition = _open.Dequeue();
            _text.Append(count == 0 ? $"{separator}\"{Definitions}\":{{" : ",");
            Text(_names[definition]).Append(':');
            Schema(definition);
        }

        _text.Append(_names.Count > 0 ? "}}" : "}");
    }

    private void Schema(SpecNode schema)
    {
        if (schema.Kind != SpecNodeKind.Object)
        {
            Value(schema);
        }
        else if (schema.Members.Count == 1 && schema["not"] is { Kind: SpecNodeKind.Object, Members.Count: 0 })
        {
            _text.Append("false");
        }
        else
        {
            _text.Append('{');
            Members(schema);
            _text.Append('}');
        }
    }

    /// <returns>Whether nothing was written.</returns>
    private bool Members(SpecNode schema)
    {
        bool isFirst = true;
        // In 3.0 null beside a reference is a flag; a schema that has both is one of the two.
        bool mayBeNull = schema["nullable"]?.Text == "true" && schema.Has(SpecReference.Keyword);
        foreach (SpecMember member in schema.Members)
        {
            bool isReference = member.Name == SpecReference.Keyword;
            if (s_openApiOnly.Contains(member.Name) || (isReference && SpecReference.Target(schema) is null))
            {
                continue;
            }

            Name(isReference && mayBeNull ? "anyOf" : member.Name, ref isFirst);
            if (isReference)
            {
                _text.Append(mayBeNull ? "[{\"$ref\":" : "");
                Reference(SpecReference.Target(schema)!);
                _text.Append(mayBeNull ? "},{\"type\":\"null\"}]" : "");
            }
            else
            {
                Keyword(member);
            }
        }

        if (schema["example"] is { } example && !schema.Has("examples"))
        {
            Name("examples", ref isFirst);
            _text.Append('[');
            Value(example);
            _text.Append(']');
        }

        return isFirst;
    }

    private void Keyword(SpecMember member)
    {
        bool holdsSchemas = SchemaKeywords.Schema.TryGetValue(member.Name, out Keyword keyword) && keyword.Role == ObjectRole.Schema;
        switch (holdsSchemas ? keyword.Kind : ValueKind.Anything, member.Value.Kind)
        {
            case (ValueKind.One, SpecNodeKind.Object):
                Schema(member.Value);
                break;
            case (ValueKind.Map, SpecNodeKind.Object):
                Map(member.Value);
                break;
            case (ValueKind.List, SpecNodeKind.Array):
                List(member.Value);
                break;
            default:
                Value(member.Value);
                break;
        }
    }

    private void Map(SpecNode map)
    {
        bool isFirst = true;
        _text.Append('{');
        foreach (SpecMember schema in map.Members)
        {
            Name(schema.Name, ref isFirst);
            Schema(schema.Value);
        }

        _text.Append('}');
    }

    private void List(SpecNode list)
    {
        _text.Append('[');
        for (int index = 0; index < list.Items.Count; index++)
        {
            _text.Append(index > 0 ? "," : "");
            Schema(list.Items[index]);
        }

        _text.Append(']');
    }

    private void Reference(SpecNode target)
    {
        if (ReferenceEquals(target, _root))
        {
            _text.Append("\"#\"");
            return;
        }

        if (!_names.TryGetValue(target, out string? name))
        {
            string wanted = target.Name ?? "schema";
            name = wanted;
            for (int number = 2; _names.ContainsValue(name); number++)
            {
                name = wanted + number.ToString(CultureInfo.InvariantCulture);
            }

            _names.Add(target, name);
            _open.Enqueue(target);
        }

        Text($"#/{Definitions}/{JsonPointer.EscapeSegment(name)}");
    }

    // The depth budget of documents bounds the recursion.
    private void Value(SpecNode value)
    {
        switch (value.Kind)
        {
            case SpecNodeKind.Object:
                bool isFirst = true;
                _text.Append('{');
                foreach (SpecMember member in value.Members)
                {
                    Name(member.Name, ref isFirst);
                    Value(member.Value);
                }

                _text.Append('}');
                break;
            case SpecNodeKind.Array:
                _text.Append('[');
                for (int index = 0; index < value.Items.Count; index++)
                {
                    _text.Append(index > 0 ? "," : "");
                    Value(value.Items[index]);
                }

                _text.Append(']');
                break;
            case SpecNodeKind.String:
                Text(value.Text);
                break;
            default:
                _text.Append(value.Text);
                break;
        }
    }

    private void Name(string name, ref bool isFirst)
    {
        _text.Append(isFirst ? "" : ",");
        isFirst = false;
        Text(name).Append(':');
    }

    /// <summary>A JSON string of characters that can be seen: no line ends, nothing invisible, no half of a surrogate pair.</summary>
    private StringBuilder Text(string value)
    {
        _text.Append('"');
        for (int index = 0; index < value.Length; index++)
        {
            char c = value[index];
            if (c is '"' or '\\')
            {
                _text.Append('\\').Append(c);
            }
            else if (c == '\n')
            {
                _text.Append("\\n");
            }
            else if (char.IsHighSurrogate(c) && index + 1 < value.Length && char.IsLowSurrogate(value[index + 1]))
            {
                _text.Append(c).Append(value[++index]);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            {
                _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                _text.Append(c);
            }
        }

        return _text.Append('"');
    }
}
