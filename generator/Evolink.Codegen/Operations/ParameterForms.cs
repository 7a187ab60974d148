using System.Collections.Generic;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Evolink.Codegen.Types;

namespace Evolink.Codegen.Operations;

/// <summary>Reads style, explode and allowReserved, with OpenAPI's defaults.</summary>
internal static class ParameterForms
{
    private static readonly Dictionary<ParameterLocation, string[]> s_allowed = new()
    {
        [ParameterLocation.Path] = ["simple", "label", "matrix"],
        [ParameterLocation.Query] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        [ParameterLocation.Header] = ["simple"],
        // The style that OpenAPI 3.2 adds is a form's in a cookie header, which is how any cookie is written here.
        [ParameterLocation.Cookie] = ["form", "cookie"],
    };

    /// <summary>How a parameter, or a field of a form, is written.</summary>
    public static ParameterForm Read(ParameterLocation location, SpecNode node, SpecDiagnostics diagnostics)
    {
        ParameterStyle style = Default(location);
        if (node["style"] is { } given)
        {
            if (System.Array.IndexOf(s_allowed[location], given.Text) >= 0)
            {
                style = Named(given.Text);
            }
            else
            {
                diagnostics.Unsupported(given, $"the style '{given.Text}' here", $"'{s_allowed[location][0]}' is used");
            }
        }

        bool? explode = node["explode"] is { Kind: SpecNodeKind.Boolean } said ? said.Text == "true" : null;
        bool allowReserved = location == ParameterLocation.Query && node["allowReserved"]?.Text == "true";
        return new ParameterForm(style, explode == (style == ParameterStyle.Form) ? null : explode, allowReserved);
    }

    public static ParameterStyle Default(ParameterLocation location) =>
        location is ParameterLocation.Path or ParameterLocation.Header ? ParameterStyle.Simple : ParameterStyle.Form;

    /// <summary>Whether C# has one text for the type's values, so that they need no style.</summary>
    public static bool IsScalar(TypeRef type) => type.Kind is not (TypeKind.List or TypeKind.Map or TypeKind.Model or TypeKind.Json or TypeKind.Bytes);

    private static ParameterStyle Named(string style) => style switch
    {
        "simple" => ParameterStyle.Simple,
        "label" => ParameterStyle.Label,
        "matrix" => ParameterStyle.Matrix,
        "spaceDelimited" => ParameterStyle.SpaceDelimited,
        "pipeDelimited" => ParameterStyle.PipeDelimited,
        "deepObject" => ParameterStyle.DeepObject,
        _ => ParameterStyle.Form,
    };
}
