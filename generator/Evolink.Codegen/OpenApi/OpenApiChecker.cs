using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Evolink.Codegen.Diagnostics;
using Evolink.Codegen.Parsing;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Evolink.Codegen.OpenApi;

/// <summary>Lets Microsoft.OpenApi read a normalised document, and reports at its place in the file what that objects to.</summary>
internal static class OpenApiChecker
{
    // Of the library's rules, those that a caller of the API feels.
    private static readonly HashSet<string> s_rules =
    [
        "ServerRequiredFields",
        "PathNameMustBeginWithSlash",
        "PathMustBeUnique",
        "ResponsesMustBeIdentifiedByDefaultOrStatusCode",
        "ParameterRequiredFields",
        "RequiredMustBeTrueWhenInIsPath",
        "PathParameterShouldBeInThePath",
    ];

    // Only ever read.
    private static readonly ValidationRuleSet s_clientRules = ClientRules();

    // The reader wants to know where the document is from; it is from nowhere.
    private static readonly Uri s_nowhere = new("https://spec.invalid/");

    /// <summary>Whether Microsoft.OpenApi can read the document, whatever else it objects to.</summary>
    public static bool Check(string file, SpecNode root, ObjectRoles roles, ICollection<SpecDiagnostic> diagnostics, CancellationToken ct)
    {
        try
        {
            var settings = new OpenApiReaderSettings { LoadExternalRefs = false, RuleSet = s_clientRules };
            ReadResult result = new OpenApiJsonReader().Read(new SkeletonDocument(root, roles, ct).Copy(), s_nowhere, settings);
            IEnumerable<OpenApiError> problems = result.Diagnostic is { } found ? found.Errors.Concat(found.Warnings) : [];
            foreach (SpecDiagnostic diagnostic in problems.Select(problem => OpenApiProblem.Locate(file, root, problem.Pointer, problem.Message)).Distinct())
            {
                diagnostics.Add(diagnostic);
            }

            return result.Document is not null;
        }
        catch (SpecSyntaxException problem)
        {
            diagnostics.Add(problem.ToDiagnostic(file));
            return false;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            diagnostics.Add(new SpecDiagnostic(DiagnosticIds.OpenApiProblem, file, root.Line, root.Column, $"Microsoft.OpenApi cannot read the document's structure: {problem.Message} Nothing is generated of this file; look for what is unusual in its paths."));
            return false;
        }
    }

    private static ValidationRuleSet ClientRules()
    {
        var all = ValidationRuleSet.GetDefaultRuleSet();
        foreach (ValidationRule rule in all.Rules.Where(rule => !s_rules.Contains(rule.Name)).ToList())
        {
            all.Remove(rule.Name);
        }

        return all;
    }
}
