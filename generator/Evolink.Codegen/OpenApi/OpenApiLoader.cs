using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Evolink.Codegen.OpenApi;

/// <summary>Hands a normalised document to Microsoft.OpenApi and places in the file what that objects to.</summary>
internal static class OpenApiLoader
{
    // Of the library's rules, those that a caller of the API feels.
    private static readonly HashSet<string> Rules =
    [
        "ServerRequiredFields",
        "PathNameMustBeginWithSlash",
        "PathMustBeUnique",
        "ResponsesMustBeIdentifiedByDefaultOrStatusCode",
        "ParameterRequiredFields",
        "RequiredMustBeTrueWhenInIsPath",
        "PathParameterShouldBeInThePath",
    ];

    // The reader wants to know where the document is from; it is from nowhere.
    private static readonly Uri Nowhere = new("https://spec.invalid/");

    public static OpenApiDocument? Load(string file, SpecNode root, SpecPlaces places, ICollection<SpecDiagnostic> diagnostics, CancellationToken ct)
    {
        try
        {
            var settings = new OpenApiReaderSettings { LoadExternalRefs = false, RuleSet = ClientRules() };
            var result = new OpenApiJsonReader().Read(new DocumentOutline(root, places, ct).Copy(), Nowhere, settings);
            var problems = result.Diagnostic is { } found ? found.Errors.Concat(found.Warnings) : [];
            foreach (var diagnostic in problems.Select(problem => OpenApiProblem.Locate(file, root, problem.Pointer, problem.Message)).Distinct())
            {
                diagnostics.Add(diagnostic);
            }

            return result.Document;
        }
        catch (SpecSyntaxException problem)
        {
            diagnostics.Add(problem.ToDiagnostic(file));
            return null;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            diagnostics.Add(new SpecDiagnostic(DiagnosticIds.OpenApiProblem, file, root.Line, root.Column, $"Microsoft.OpenApi cannot read the document's structure: {problem.Message} Nothing is generated of this file; look for what is unusual in its paths."));
            return null;
        }
    }

    private static ValidationRuleSet ClientRules()
    {
        var all = ValidationRuleSet.GetDefaultRuleSet();
        foreach (var rule in all.Rules.Where(rule => !Rules.Contains(rule.Name)).ToList())
        {
            all.Remove(rule.Name);
        }

        return all;
    }
}
