using System;
using System.Collections.Generic;
using System.Linq;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.OpenApi;

/// <summary>
/// Mends the type of a security scheme where it can mean one thing only: <c>type: bearer</c> is the scheme of HTTP, and <c>apikey</c> is <c>apiKey</c>. It is
/// said once, at the scheme, instead of at each operation that uses it.
/// </summary>
internal static class SecuritySchemeType
{
    private static readonly string[] s_types = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"];

    /// <summary>Schemes of HTTP that documents write as the type.</summary>
    private static readonly string[] s_httpSchemes = ["bearer", "basic"];

    /// <summary>Mends the members in place, and says what it took the type for.</summary>
    public static void Mend(List<SpecMember> members, string file, ICollection<SpecDiagnostic> diagnostics)
    {
        int index = members.FindIndex(member => member.Name == "type");
        if (index < 0 || s_types.Contains(members[index].Value.Text))
        {
            return;
        }

        SpecNode found = members[index].Value;
        string? scheme = s_httpSchemes.FirstOrDefault(known => known.Equals(found.Text, StringComparison.OrdinalIgnoreCase));
        if ((scheme is null ? s_types.FirstOrDefault(known => known.Equals(found.Text, StringComparison.OrdinalIgnoreCase)) : "http") is not { } type)
        {
            return;
        }

        members[index] = members[index] with { Value = Text(found, type) };
        if (scheme is not null)
        {
            members.RemoveAll(member => member.Name == "scheme");
            members.Add(new SpecMember("scheme", found.Line, found.Column, Text(found, scheme)));
        }

        string meant = scheme is null ? $"'type: {type}'" : $"'type: http' with 'scheme: {scheme}'";
        diagnostics.Add(new SpecDiagnostic(
            DiagnosticIds.OpenApiProblem, file, found.Line, found.Column, $"'{found.Text}' is no type of a security scheme; it is read as {meant}. Correct it by the OpenAPI specification."));
    }

    private static SpecNode Text(SpecNode place, string text) => SpecNode.Scalar(SpecNodeKind.String, place.Line, place.Column, text);
}
