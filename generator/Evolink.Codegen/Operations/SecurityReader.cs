using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Evolink.Codegen.Collections;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;

namespace Evolink.Codegen.Operations;

/// <summary>
/// Decides how each operation takes the key: by the first of its alternatives that one key can satisfy. An operation
/// without any security of its own or the document's takes a key as a bearer token, but does not demand one.
/// </summary>
internal sealed class SecurityReader(SpecNode root, SpecDiagnostics diagnostics)
{
    private static readonly Regex s_token = new("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", RegexOptions.CultureInvariant);
    private readonly HashSet<SpecNode> _reported = [];
    private readonly HashSet<string> _undeclared = new(StringComparer.Ordinal);

    public KeySpec Read(SpecNode operation)
    {
        if ((operation["security"] ?? root["security"]) is not { } security)
        {
            return KeySpec.Undeclared;
        }

        List<SpecNode> alternatives = security.Items.Where(item => item.Kind == SpecNodeKind.Object).ToList();
        List<SpecNode> demanding = alternatives.Where(item => SchemesOf(item).Any()).ToList();
        if (demanding.Count == 0)
        {
            return KeySpec.None;
        }

        SpecNode chosen = demanding.FirstOrDefault(item => SchemesOf(item).Count() == 1 && IsSupported(SchemesOf(item).First()))
            ?? demanding.FirstOrDefault(item => SchemesOf(item).Any(IsSupported))
            ?? demanding[0];
        List<string> schemes = SchemesOf(chosen).ToList();
        if (schemes.Count > 1)
        {
            Report(chosen, "security of several schemes at once", "the key is sent by the first that is supported");
        }

        return Scheme(schemes.Find(IsSupported) ?? schemes[0], chosen, mayStayAnonymous: alternatives.Count > demanding.Count);
    }

    /// <summary>The ways in which an operation takes the key, each by one scheme; none where they are one.</summary>
    public EquatableArray<KeyChoice> ReadChoices(SpecNode operation)
    {
        List<KeyChoice> choices = ((operation["security"] ?? root["security"])?.Items ?? [])
            .Where(item => item.Kind == SpecNodeKind.Object)
            .Select(item => SchemesOf(item).ToList()).Where(schemes => schemes.Count == 1)
            .Select(schemes => (Name: schemes[0], Scheme: Find(schemes[0])))
            .Where(item => item.Scheme is not null && (Known(item.Scheme) is not null || IsToken(item.Scheme)))
            .Select(item => new KeyChoice(item.Name, Known(item.Scheme!) ?? KeySpec.Bearer))
            .GroupBy(choice => choice.Scheme, StringComparer.Ordinal).Select(same => same.First())
            .ToList();
        return choices.Select(choice => choice.Key).Distinct().Count() > 1 ? choices.ToEquatableArray() : [];
    }

    /// <summary>Whether the key is a token that is got elsewhere.</summary>
    private static bool IsToken(SpecNode scheme) => scheme["type"]?.Text is "oauth2" or "openIdConnect";

    /// <summary>
    /// The schemes that a requirement names. Its extensions say something to other tools, and demand nothing; a scheme that is declared may be
    /// called like one, as <c>x-api-key</c> often is.
    /// </summary>
    private IEnumerable<string> SchemesOf(SpecNode requirement) =>
        requirement.Members.Select(member => member.Name).Where(name => !name.StartsWith("x-", StringComparison.Ordinal) || Find(name) is not null);

    private bool IsSupported(string scheme) => Find(scheme) is { } node && Known(node) is not null;

    private SpecNode? Find(string scheme) => SpecReference.Follow(root["components"]?["securitySchemes"]?[scheme]);

    private static KeySpec? Known(SpecNode scheme) => (scheme["type"]?.Text, scheme["scheme"]?.Text.ToLowerInvariant(), scheme["in"]?.Text) switch
    {
        ("http", "bearer", _) => KeySpec.Bearer,
        ("http", "basic", _) => new KeySpec(KeyLocation.Basic),
        ("apiKey", _, "header") when IsHeaderName(scheme["name"]) => new KeySpec(KeyLocation.Header, scheme["name"]!.Text),
        ("apiKey", _, "cookie") when IsHeaderName(scheme["name"]) => new KeySpec(KeyLocation.Cookie, scheme["name"]!.Text),
        ("apiKey", _, "query") when scheme["name"] is { Text.Length: > 0 } name => new KeySpec(KeyLocation.Query, name.Text),
        _ => null,
    };

    private KeySpec Scheme(string name, SpecNode use, bool mayStayAnonymous)
    {
        if (Find(name) is not { } scheme)
        {
            if (_undeclared.Add(name))
            {
                Report(use, $"the security scheme '{name}', which is not declared,", "the key is sent as a bearer token");
            }

            return KeySpec.Bearer;
        }

        if (Known(scheme) is { } known)
        {
            return known;
        }

        if (IsToken(scheme))
        {
            if (_reported.Add(scheme))
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

    private static bool IsHeaderName(SpecNode? name) => name is not null && s_token.IsMatch(name.Text);

    private void Report(SpecNode node, string what, string instead)
    {
        if (_reported.Add(node))
        {
            diagnostics.Unsupported(node, what, instead);
        }
    }
}
