using System.Linq;
using System.Threading;
using Evolink.Codegen.Client;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Evolink.Codegen;

/// <summary>The options, and the problems of those that C# cannot use.</summary>
internal sealed record OptionsResult(ClientOptions Options, EquatableArray<string> Problems);

/// <summary>Reads the MSBuild properties and item metadata that the package makes visible to the compiler.</summary>
internal static class GeneratorOptions
{
    private const string Namespace = "EvolinkNamespace";
    private const string ClientName = "EvolinkClientName";

    public static OptionsResult Read(AnalyzerConfigOptionsProvider provider, CancellationToken cancellationToken)
    {
        string? rootNamespace = Property(provider, "RootNamespace");
        string fallback = rootNamespace is not null && IsNamespace(rootNamespace) ? rootNamespace : "Evolink";
        string? given = Property(provider, ClientName);
        (string name, string? nameProblem) = Choose(given, IsTypeName, ClientOptions.DefaultName, ClientName, "a name for a type");
        (string space, string? spaceProblem) = Choose(Property(provider, Namespace), IsNamespace, fallback, Namespace, "a namespace");
        return new OptionsResult(
            new ClientOptions(space, name) { IsNamed = given is not null },
            new[] { nameProblem, spaceProblem }.OfType<string>().ToEquatableArray());
    }

    public static bool IsSpec((AdditionalText File, AnalyzerConfigOptionsProvider Options) input) =>
        input.Options.GetOptions(input.File).TryGetValue("build_metadata.AdditionalFiles.SourceItemGroup", out string? group)
        && group == "EvolinkSpec";

    /// <summary>The item metadata <c>SpecName</c>; null where there is none of which a name could be made.</summary>
    public static string? SpecName(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.SpecName", out string? name) && Words.Pascal(name).Length > 0 ? name.Trim() : null;

    /// <summary>The item metadata <c>Shared</c>: the file is no document of its own, and read where others refer to it.</summary>
    public static bool IsShared(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.Shared", out string? shared) && shared.Trim().Equals("true", System.StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The item metadata <c>Client</c>: the full name of the client, in a referenced assembly, that the document is part of. Null where the document is the
    /// project's own.
    /// </summary>
    public static string? ReferencedClient(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.Client", out string? client) && IsNamespace(client.Trim()) ? client.Trim() : null;

    private static string? Property(AnalyzerConfigOptionsProvider provider, string name) =>
        provider.GlobalOptions.TryGetValue("build_property." + name, out string? value) && value.Trim().Length > 0 ? value.Trim() : null;

    private static (string Value, string? Problem) Choose(
        string? value, System.Func<string, bool> isValid, string fallback, string option, string expected) =>
        value is null ? (fallback, null)
        : isValid(value) ? (value, null)
        : (fallback, $"The property {option} is '{value}', which is not {expected} in C#; '{fallback}' is used.");

    /// <summary>The language reserves names of lower-case letters alone for keywords, present and future.</summary>
    private static bool IsTypeName(string text) => IsIdentifier(text) && !text.All(c => c is >= 'a' and <= 'z');

    private static bool IsNamespace(string text) => text.Split('.').All(IsIdentifier);

    private static bool IsIdentifier(string text) => SyntaxFacts.IsValidIdentifier(text) && SyntaxFacts.GetKeywordKind(text) == SyntaxKind.None;
}
