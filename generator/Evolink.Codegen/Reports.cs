using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Client;
using Evolink.Codegen.Collections;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.OpenApi;
using Evolink.Codegen.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Evolink.Codegen;

/// <summary>Hands what was found to the compiler, at its place in the specification.</summary>
internal static class Reports
{
    public static void Spec(SourceProductionContext output, SpecResult spec)
    {
        foreach (SpecDiagnostic found in spec.Diagnostics.Where(spec.IsOwn))
        {
            Report(output, found);
        }
    }

    /// <summary>What several documents find in a file that they share is said once.</summary>
    public static void SharedFiles(SourceProductionContext output, ImmutableArray<SpecDiagnostic> diagnostics)
    {
        foreach (SpecDiagnostic found in diagnostics.Distinct())
        {
            Report(output, found);
        }
    }

    private static void Report(SourceProductionContext output, SpecDiagnostic found) =>
        output.ReportDiagnostic(Diagnostic.Create(Descriptors.Find(found.Id), At(found.File, found.Line, found.Column), found.Message));

    public static void Options(SourceProductionContext output, OptionsResult result)
    {
        foreach (string problem in result.Problems)
        {
            output.ReportDiagnostic(Diagnostic.Create(Descriptors.InvalidOption, Location.None, problem));
        }
    }

    /// <summary>Problems between files know pointers; their lines are looked up here, where they are needed.</summary>
    public static void Client(SourceProductionContext output, EquatableArray<ClientProblem> problems, ImmutableArray<SpecFile> files)
    {
        var trees = new Dictionary<string, SpecNode?>(StringComparer.Ordinal);
        foreach (ClientProblem problem in problems)
        {
            Location first = Locate(problem.First, files, trees, output.CancellationToken);
            string also = problem.Second is { } second && Locate(second, files, trees, output.CancellationToken) is { Kind: LocationKind.ExternalFile } other
                ? $" The other place is {other.GetLineSpan().Path}({other.GetLineSpan().StartLinePosition.Line + 1},{other.GetLineSpan().StartLinePosition.Character + 1})."
                : "";
            output.ReportDiagnostic(Diagnostic.Create(Descriptors.Find(problem.Id), first, problem.Message + also));
        }
    }

    /// <param name="trees">The files that were looked into, so that each is read once.</param>
    private static Location Locate(
        SpecLocation? place, ImmutableArray<SpecFile> files, Dictionary<string, SpecNode?> trees, CancellationToken cancellationToken)
    {
        SpecFile? file = place is null ? null : files.FirstOrDefault(candidate => candidate.Path.Replace('\\', '/') == place.File);
        if (file is null)
        {
            return Location.None;
        }

        if (!trees.TryGetValue(file.Path, out SpecNode? tree))
        {
            trees.Add(file.Path, tree = SpecReader.Tree(file.Path, file.Text, file.Parts(), cancellationToken));
        }

        SpecNode? node = tree?.At(place!.Pointer);
        return At(file.Path, node?.Line ?? 1, node?.Column ?? 1);
    }

    private static Location At(string file, int line, int column)
    {
        var start = new LinePosition(Math.Max(line - 1, 0), Math.Max(column - 1, 0));
        return Location.Create(file, new TextSpan(0, 0), new LinePositionSpan(start, start));
    }
}
