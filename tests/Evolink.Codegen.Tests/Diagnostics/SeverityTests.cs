using System.Collections.Immutable;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Evolink.Codegen.Tests.Diagnostics;

/// <summary>What a project says of severities counts, as the compiler passes it on: <c>NoWarn</c>, <c>WarningsAsErrors</c>, <c>.globalconfig</c>.</summary>
public sealed class SeverityTests
{
    /// <summary>A warning, a piece of information, and a file that is an error.</summary>
    private static readonly (string, string)[] s_specs =
    [
        ("specs/create.yaml", Yaml.Create("a: {type: string, maxLength: x}")),
        ("specs/query.yaml", Yaml.Query),
        ("specs/token.yaml", "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {/v1/a: {get: {operationId: a, security: [{o: []}], responses: {'204': {description: d}}}}}\ncomponents: {securitySchemes: {o: {type: oauth2, flows: {}}}}\n"),
        ("specs/old.yaml", "swagger: '2.0'\n"),
    ];

    [Fact]
    public void WithoutAWord_EachHasItsOwnSeverity() =>
        Assert.Equal(["EVO1002 Error", "EVO1003 Warning", "EVO1017 Info"], Reported(static options => options));

    [Fact]
    public void NoWarn_SilencesWarningsAndErrors() => Assert.Equal(
        ["EVO1017 Info"],
        Reported(static options => options.WithSpecificDiagnosticOptions([new("EVO1002", ReportDiagnostic.Suppress), new("EVO1003", ReportDiagnostic.Suppress)])));

    [Fact]
    public void WarningsAsErrors_TakesOneOrAll()
    {
        Assert.Contains("EVO1003 Error", Reported(static options => options.WithSpecificDiagnosticOptions([new("EVO1003", ReportDiagnostic.Error)])));
        Assert.Contains("EVO1003 Error", Reported(static options => options.WithGeneralDiagnosticOption(ReportDiagnostic.Error)));
    }

    [Theory]
    [InlineData("EVO1003", "error", "EVO1002 Error,EVO1003 Error,EVO1017 Info")]
    [InlineData("EVO1003", "suggestion", "EVO1002 Error,EVO1003 Info,EVO1017 Info")]
    [InlineData("EVO1003", "none", "EVO1002 Error,EVO1017 Info")]
    [InlineData("EVO1017", "warning", "EVO1002 Error,EVO1003 Warning,EVO1017 Warning")]
    [InlineData("EVO1002", "none", "EVO1003 Warning,EVO1017 Info")]
    public void AGlobalConfig_SetsThemById(string id, string severity, string expected) => Assert.Equal(
        expected.Split(','),
        Reported(options => options.WithSyntaxTreeOptionsProvider(new GlobalConfig($"is_global = true\ndotnet_diagnostic.{id}.severity = {severity}\n"))));

    private static IEnumerable<string> Reported(Func<CSharpCompilationOptions, CSharpCompilationOptions> set)
    {
        CSharpCompilation project = GeneratorHarness.Project();
        GeneratorHarness.Driver(s_specs.Select(spec => new SpecText(spec.Item1, spec.Item2))).RunGeneratorsAndUpdateCompilation(
            project.WithOptions(set(project.Options)), out _, out ImmutableArray<Diagnostic> found, TestContext.Current.CancellationToken);
        return found.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Severity}").Order(StringComparer.Ordinal);
    }

    /// <summary>The text of a file as the compiler reads it.</summary>
    private sealed class GlobalConfig(string text) : SyntaxTreeOptionsProvider
    {
        private readonly ImmutableDictionary<string, ReportDiagnostic> _severities =
            AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(text, "/.globalconfig")), out _).GlobalConfigOptions.TreeOptions;

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            TryGetGlobalDiagnosticValue(diagnosticId, cancellationToken, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            _severities.TryGetValue(diagnosticId, out severity);
    }
}
