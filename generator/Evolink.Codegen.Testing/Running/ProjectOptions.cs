using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Evolink.Codegen.Testing;

/// <summary>What MSBuild tells the generator: properties of the project, and which files are specifications.</summary>
internal sealed class ProjectOptions(string? ns = null, string? client = null, string? root = null, IReadOnlyDictionary<string, string>? specNames = null, IReadOnlyCollection<string>? shared = null, IReadOnlyDictionary<string, string>? clients = null) : AnalyzerConfigOptionsProvider
{
    private const string Metadata = "build_metadata.AdditionalFiles.";
    private static readonly Values s_other = new([]);

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new Dictionary<string, string?>
    {
        ["build_property.EvolinkNamespace"] = ns,
        ["build_property.EvolinkClientName"] = client,
        ["build_property.RootNamespace"] = root,
    });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_other;

    /// <summary>Every additional file is a specification but those named <c>.txt</c>.</summary>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile)
    {
        if (textFile.Path.EndsWith(".txt", StringComparison.Ordinal))
        {
            return s_other;
        }

        (string Name, string? Value)[] metadata =
        [
            ("SourceItemGroup", "EvolinkSpec"),
            ("SpecName", specNames?.GetValueOrDefault(textFile.Path)),
            ("Shared", shared?.Contains(textFile.Path) == true ? "true" : null),
            ("Client", clients?.GetValueOrDefault(textFile.Path)),
        ];
        return new Values(metadata.ToDictionary(static item => Metadata + item.Name, static item => item.Value));
    }

    private sealed class Values(Dictionary<string, string?> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) =>
            values.TryGetValue(key, out value) && value is not null;
    }
}
