using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Evolink.Codegen.Client;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Tests.Diagnostics;

/// <summary>What is written of the diagnostics agrees with what the compiler is told.</summary>
public sealed class DescriptorTests
{
    private static readonly DiagnosticDescriptor[] s_all =
        [.. typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>().OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    [Fact]
    public void EveryId_HasOneDescriptor()
    {
        IEnumerable<string> ids = typeof(DiagnosticIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal);

        Assert.Equal(ids, s_all.Select(descriptor => descriptor.Id));
        Assert.All(s_all, descriptor => Assert.Same(descriptor, Descriptors.Find(descriptor.Id)));
    }

    [Fact]
    public void EveryDescriptor_IsTracked()
    {
        string releases = EmbeddedFiles.Text("AnalyzerReleases.Shipped.md") + EmbeddedFiles.Text("AnalyzerReleases.Unshipped.md");
        IEnumerable<string> rows = Regex.Matches(releases, @"^(EVO\d{4}) \| (\S+) \| (\S+) \| (.+)$", RegexOptions.Multiline)
            .Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value} {row.Groups[3].Value} {row.Groups[4].Value.Trim()}");

        Assert.Equal(s_all.Select(descriptor => $"{descriptor.Id} {descriptor.Category} {descriptor.DefaultSeverity} {descriptor.Title}"), rows);
    }

    [Fact]
    public void TheTableOfTheDocs_IsMadeOfTheDescriptors()
    {
        string rows = string.Concat(s_all.Select(descriptor =>
            $"| {descriptor.Id} | {descriptor.DefaultSeverity} | {string.Join(" | ", descriptor.Description.ToString(CultureInfo.InvariantCulture).Split('\n'))} |\n"));

        Assert.Equal(rows, DocTable.Rows("docs/diagnostics.md", "EVO", rows));
        Assert.All(s_all, descriptor => Assert.Matches(@"^[^|\n]{10,}\.\n[^|\n]{10,}\.$", descriptor.Description.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void EveryDiagnosticOfASpec_HasATestOfItsPlace()
    {
        // A second document is YAML's alone, an option or a client's name is in no file, and few projects refer to a client: each has a test of its own.
        string[] apart = ["EVO1009", "EVO1080", "EVO2001", "EVO2008", "EVO2009"];
        IEnumerable<string> tested = LocatedDiagnosticTests.Cases.Select(row => row.Data.Item1).Concat(CrossFileDiagnosticTests.Ids).Concat(apart);

        Assert.Equal(s_all.Select(descriptor => descriptor.Id), tested.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void RuntimeNames_ListEveryPublicTypeOfTheRuntime()
    {
        IEnumerable<string> types = typeof(EvolinkClientBase).Assembly.GetExportedTypes().Where(type => !type.IsNested)
            .Select(type => type.Name.Split('`')[0]).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(types, RuntimeNames.Types.Order(StringComparer.Ordinal));
    }
}
