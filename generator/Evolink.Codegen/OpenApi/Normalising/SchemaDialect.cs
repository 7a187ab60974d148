using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>Rewrites keywords of OpenAPI 3.0 as those of JSON Schema 2020-12.</summary>
internal static class SchemaDialect
{
    /// <summary>True allows everything, as an empty schema does; false is a schema that nothing matches.</summary>
    public static SpecNode FromBoolean(SpecNode boolean)
    {
        (int line, int column) = (boolean.Line, boolean.Column);
        var not = new SpecMember("not", line, column, SpecNode.Object(line, column, []));
        return SpecNode.Object(line, column, boolean.Text == "true" ? [] : [not]);
    }

    /// <summary>Rewrites a schema's members in place.</summary>
    public static void Modernise(List<SpecMember> members)
    {
        UniteBound(members, "minimum", "exclusiveMinimum");
        UniteBound(members, "maximum", "exclusiveMaximum");
        UniteNull(members);
    }

    // In 3.0 the exclusive bound is a flag beside the bound; since 3.1 it is the bound.
    private static void UniteBound(List<SpecMember> members, string inclusive, string exclusive)
    {
        int flag = IndexOf(members, exclusive);
        if (flag < 0 || members[flag].Value.Kind != SpecNodeKind.Boolean) return;

        int bound = IndexOf(members, inclusive);
        if (members[flag].Value.Text == "true" && bound >= 0) members[bound] = members[bound] with { Name = exclusive };
        members.RemoveAt(flag);
    }

    // Beside a $ref there is no type that null could be added to. There "nullable: true" stays, and is read with the schema.
    private static void UniteNull(List<SpecMember> members)
    {
        int nullable = IndexOf(members, "nullable");
        if (nullable < 0) return;

        int type = IndexOf(members, "type");
        bool isTrue = members[nullable].Value.Text == "true";
        if (isTrue && type < 0) return;

        if (isTrue) members[type] = members[type] with { Value = WithNull(members[type].Value, members[nullable].Value) };
        members.RemoveAt(nullable);
    }

    private static SpecNode WithNull(SpecNode type, SpecNode nullable)
    {
        IReadOnlyList<SpecNode> names = type.Kind == SpecNodeKind.Array ? type.Items : [type];
        if (names.Any(name => name.Text == "null")) return type;

        var @null = SpecNode.Scalar(SpecNodeKind.String, nullable.Line, nullable.Column, "null");
        return SpecNode.Array(type.Line, type.Column, [.. names, @null]);
    }

    private static int IndexOf(List<SpecMember> members, string name) => members.FindIndex(member => member.Name == name);
}
