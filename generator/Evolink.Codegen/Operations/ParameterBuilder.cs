using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Constraints;
using Evolink.Codegen.Naming;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Schemas;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>Decides where each parameter goes, how it is serialized and which type it has.</summary>
internal sealed class ParameterBuilder(TypeBuilder types, SpecDiagnostics diagnostics)
{
    /// <summary>Headers that a caller cannot set: OpenAPI excludes the first three, the client sets the others.</summary>
    private static readonly HashSet<string> s_ownHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Content-Type", "Authorization", "Host", "Content-Length", "Transfer-Encoding", "Connection", "Cookie",
    };

    private readonly Dictionary<(string Operation, ParameterLocation Location, string Name), SchemaView> _schemas = [];

    private static readonly Regex s_placeholder = new(@"\{([^{}]+)\}", RegexOptions.CultureInvariant);
    private static readonly Regex s_token = new("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", RegexOptions.CultureInvariant);

    /// <summary>The parameters, the required ones first; null where one that is required is not supported.</summary>
    public IReadOnlyList<ParameterSpec>? Build(OperationNode operation, string operationId)
    {
        NameScope names = OperationNames.Parameters();
        List<string> placeholders = s_placeholder.Matches(operation.Target).Cast<Match>().Select(match => match.Groups[1].Value).Distinct().ToList();
        var parameters = new List<ParameterSpec>();
        foreach (SpecNode node in operation.Parameters())
        {
            string jsonName = node["name"]?.Text ?? "";
            bool isRequired = node["required"]?.Text == "true" || node["in"]?.Text == "path";
            if (LocationOf(node, jsonName) is not { } location || Form(location, node, out SpecNode? schema) is not { } form)
            {
                if (isRequired && !s_ownHeaders.Contains(jsonName))
                {
                    diagnostics.Unsupported(node, $"the way of the parameter '{jsonName}'", $"the operation '{operationId}' is left out");
                    return null;
                }

                continue;
            }

            if (location == ParameterLocation.Path && !placeholders.Remove(jsonName))
            {
                // Either the path has no place for it, which reading has reported, or the place is behind a '#' and never sent.
                continue;
            }

            string hint = Words.Identifier(operationId, "Operation") + Words.Identifier(jsonName, "Parameter").TrimStart('_');
            SchemaView? view = schema is null ? null : SchemaView.From(schema);
            (TypeRef Type, Literal Value)? only = isRequired && view is not null ? Preset(view) : null;
            TypeRef type = only?.Type ?? (view is null ? new TypeRef(form.Style == ParameterStyle.Json ? TypeKind.Json : TypeKind.String) : types.TypeOf(view, TypeHint.ForParameter(hint, jsonName)));
            var parameter = new ParameterSpec(
                location, jsonName, names.Take(Words.Parameter(jsonName, "value")), type.Nullable(!isRequired), isRequired,
                DocTexts.FromProse(node["description"]?.Text ?? "", $"The '{jsonName}' parameter."),
                IsPlain(location, form, type, schema) ? null : form)
            { Preset = only?.Value };
            parameters.Add(parameter);
            if (view is not null)
            {
                _schemas[(operation.Node.Pointer, location, jsonName)] = view;
            }
        }

        foreach (string missing in placeholders)
        {
            diagnostics.Unsupported(operation.Node, $"the place '{{{missing}}}' in a path without a parameter for it", "it is taken for a string");
            parameters.Add(new ParameterSpec(
                ParameterLocation.Path, missing, names.Take(Words.Parameter(missing, "value")), new TypeRef(TypeKind.String), IsRequired: true,
                new DocText($"The '{missing}' parameter.")));
        }

        return parameters.OrderBy(parameter => !parameter.IsDemanded).ToList();
    }

    /// <summary>The parameters with what their schemas demand of them.</summary>
    public EquatableArray<ParameterSpec> WithConstraints(OperationSpec operation, RequestConstraints constraints) => operation.Parameters.Select(parameter =>
        _schemas.TryGetValue((operation.Pointer, parameter.Location, parameter.JsonName), out SchemaView? schema)
            ? parameter with { Constraints = constraints.ForParameter(parameter.Type, schema) }
            : parameter).ToEquatableArray();

    /// <summary>The value of a schema that has but one, with its plain type; null for any other schema.</summary>
    private static (TypeRef Type, Literal Value)? Preset(SchemaView schema)
    {
        if (SchemaValues.Resolve(schema) is not { Count: 1 } values || values[0].Kind is not (SpecNodeKind.String or SpecNodeKind.Number or SpecNodeKind.Boolean))
        {
            return null;
        }

        TypeRef plain = ScalarTypes.ForConstant(schema);
        return Literals.ReadInitial(plain.Kind, values[0]) is { } preset ? (plain, preset) : null;
    }

    private ParameterLocation? LocationOf(SpecNode node, string jsonName)
    {
        switch (node["in"]?.Text)
        {
            case "path":
                return ParameterLocation.Path;
            case "query":
                return ParameterLocation.Query;
            case "cookie" when s_token.IsMatch(jsonName):
                return ParameterLocation.Cookie;
            case "header" when s_ownHeaders.Contains(jsonName):
                return null;
            case "header" when s_token.IsMatch(jsonName):
                return ParameterLocation.Header;
            default:
                diagnostics.Unsupported(node, $"the parameter '{jsonName}' in '{node["in"]?.Text}'", "it is left out");
                return null;
        }
    }

    /// <summary>How the parameter is written; null where it has a media type that is not supported.</summary>
    private ParameterForm? Form(ParameterLocation location, SpecNode node, out SpecNode? schema)
    {
        schema = node["schema"] is { Kind: SpecNodeKind.Object } given ? given : null;
        if (schema is not null || MediaContents.List(node) is not { Count: > 0 } contents)
        {
            return ParameterForms.Read(location, node, diagnostics);
        }

        (string mediaType, MediaKind kind, SpecNode media) = contents[0];
        schema = media["schema"] is { Kind: SpecNodeKind.Object } inner ? inner : null;
        if (kind is MediaKind.Json or MediaKind.Text)
        {
            return new ParameterForm(kind == MediaKind.Json ? ParameterStyle.Json : ParameterForms.Default(location));
        }

        diagnostics.Unsupported(media, $"the media type '{mediaType}' of a parameter", "the parameter is left out");
        return null;
    }

    /// <summary>A scalar in the usual style is written as it is; everything else goes by its JSON.</summary>
    private static bool IsPlain(ParameterLocation location, ParameterForm form, TypeRef type, SpecNode? schema) =>
        form.Style == ParameterForms.Default(location) && !form.AllowReserved && ParameterForms.IsScalar(type)
        && (schema is null || SchemaKinds.Infer(SchemaView.From(schema)) is var kinds && (kinds & (JsonKinds.Object | JsonKinds.Array)) == 0);
}
