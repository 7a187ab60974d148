using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Operations;

/// <summary>
/// Decides how each operation takes the key: as the first of its alternatives that a single key can satisfy. An operation
/// for which neither it nor the document names any security takes a key as a bearer token, but demands none.
/// </summary>
internal sealed class SecurityReader(SpecNode root, ModelingDiagnostics diagnostics)
{
    private static readonly Regex Token = new("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", RegexOptions.CultureInvariant);
    private readonly HashSet<SpecNode> reported = [];

    public KeySpec Of(SpecNode operation)
    {
        if ((operation["security"] ?? root["security"]) is not { } security)
        {
            return KeySpec.Undeclared;
        }

        List<SpecNode> alternatives = security.Items.Where(item => item.Kind == SpecNodeKind.Object).ToList();
        List<SpecNode> demanding = alternatives.Where(item => item.Members.Count > 0).ToList();
        if (demanding.Count == 0)
        {
            return KeySpec.None;
        }

        SpecNode chosen = demanding.FirstOrDefault(item => item.Members.Count == 1 && IsSupported(item.Members[0].Name))
            ?? demanding.FirstOrDefault(item => item.Members.Any(scheme => IsSupported(scheme.Name)))
            ?? demanding[0];
        if (chosen.Members.Count > 1)
        {
            Report(chosen, "security of several schemes at once", "the key is sent by the first that is supported");
        }

        SpecMember member = chosen.Members.FirstOrDefault(scheme => IsSupported(scheme.Name));
        return Scheme(member.Name ?? chosen.Members[0].Name, chosen, mayStayAnonymous: alternatives.Count > demanding.Count);
    }

    private bool IsSupported(string scheme) => Find(scheme) is { } node && Known(node) is not null;

    private SpecNode? Find(string scheme) => OperationNodes.Follow(root["components"]?["securitySchemes"]?[scheme]);

    private static KeySpec? Known(SpecNode scheme) => (scheme["type"]?.Text, scheme["scheme"]?.Text.ToLowerInvariant(), scheme["in"]?.Text) switch
    {
        ("http", "bearer", _) => KeySpec.Bearer,
        ("http", "basic", _) => new KeySpec(KeyLocation.Basic),
        ("apiKey", _, "header") when IsToken(scheme["name"]) => new KeySpec(KeyLocation.Header, scheme["name"]!.Text),
        ("apiKey", _, "cookie") when IsToken(scheme["name"]) => new KeySpec(KeyLocation.Cookie, scheme["name"]!.Text),
        ("apiKey", _, "query") when scheme["name"] is { Text.Length: > 0 } name => new KeySpec(KeyLocation.Query, name.Text),
        _ => null,
    };

    private KeySpec Scheme(string name, SpecNode use, bool mayStayAnonymous)
    {
        if (Find(name) is not { } scheme)
        {
            Report(use, $"the security scheme '{name}', which is not declared,", "the key is sent as a bearer token");
            return KeySpec.Bearer;
        }

        if (Known(scheme) is { } known)
        {
            return known;
        }

        if (scheme["type"]?.Text is "oauth2" or "openIdConnect")
        {
            if (reported.Add(scheme))
            {
                diagnostics.TokenElsewhere(scheme, name, scheme["type"]!.Text == "oauth2" ? "OAuth 2" : "OpenID Connect");
            }

            return KeySpec.Bearer;
        }

        if (!mayStayAnonymous)
        {
            Report(scheme, $"the security scheme '{name}'", "no key is sent; an HttpClient of your own can see to it");
        }

        return KeySpec.None;
    }

    private static bool IsToken(SpecNode? name) => name is not null && Token.IsMatch(name.Text);

    private void Report(SpecNode node, string what, string instead)
    {
        if (reported.Add(node))
        {
            diagnostics.Unsupported(node, what, instead);
        }
    }
}
