using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Evolink.Codegen.Diagnostics;

/// <summary>The diagnostics as the compiler knows them. Messages are made where the problem is found.</summary>
internal static class Descriptors
{
    private const string Specification = "Evolink.Specification";
    private const string Configuration = "Evolink.Configuration";

    public static readonly DiagnosticDescriptor InvalidSyntax = new(
        DiagnosticIds.InvalidSyntax, "The specification is not valid YAML or JSON", "{0}", Specification, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor NotOpenApi = new(
        DiagnosticIds.NotOpenApi, "The file is not an OpenAPI 3 document", "{0}", Specification, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor WrongKind = new(
        DiagnosticIds.WrongKind, "A keyword has a value of the wrong kind", "{0}", Specification, DiagnosticSeverity.Warning, true);

    public static readonly DiagnosticDescriptor DuplicateKey = new(
        DiagnosticIds.DuplicateKey, "A key stands twice in one object", "{0}", Specification, DiagnosticSeverity.Warning, true);

    public static readonly DiagnosticDescriptor UnresolvedReference = new(
        DiagnosticIds.UnresolvedReference, "A reference leads nowhere", "{0}", Specification, DiagnosticSeverity.Warning, true);

    public static readonly DiagnosticDescriptor OpenApiProblem = new(
        DiagnosticIds.OpenApiProblem, "The document breaks a rule of OpenAPI", "{0}", Specification, DiagnosticSeverity.Warning, true);

    public static readonly DiagnosticDescriptor BudgetExceeded = new(
        DiagnosticIds.BudgetExceeded, "The document is too deep or too large", "{0}", Specification, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor ExternalReference = new(
        DiagnosticIds.ExternalReference, "A reference leads out of the document", "{0}", Specification, DiagnosticSeverity.Warning, true);

    public static readonly DiagnosticDescriptor SeveralDocuments = new(
        DiagnosticIds.SeveralDocuments, "The file holds more than one document", "{0}", Specification, DiagnosticSeverity.Warning, true);

    public static readonly DiagnosticDescriptor NameCollision = new(
        DiagnosticIds.NameCollision, "Two types want one name", "{0}", Specification, DiagnosticSeverity.Warning, true);

    public static readonly DiagnosticDescriptor ResponseConflict = new(
        DiagnosticIds.ResponseConflict, "Two specifications describe one response differently", "{0}", Specification, DiagnosticSeverity.Warning, true);

    public static readonly DiagnosticDescriptor SeveralTaskQueries = new(
        DiagnosticIds.SeveralTaskQueries, "Several operations ask for a task", "{0}", Specification, DiagnosticSeverity.Warning, true);

    public static readonly DiagnosticDescriptor NoTaskQuery = new(
        DiagnosticIds.NoTaskQuery, "No operation asks for a task", "{0}", Specification, DiagnosticSeverity.Info, true);

    public static readonly DiagnosticDescriptor Unsupported = new(
        DiagnosticIds.Unsupported, "Something in the specification is not supported", "{0}", Specification, DiagnosticSeverity.Warning, true);

    public static readonly DiagnosticDescriptor InvalidPattern = new(
        DiagnosticIds.InvalidPattern, "A pattern is no regular expression", "{0}", Specification, DiagnosticSeverity.Warning, true);

    public static readonly DiagnosticDescriptor InvalidExtension = new(
        DiagnosticIds.InvalidExtension, "An extension is not of the documented form", "{0}", Specification, DiagnosticSeverity.Warning, true);

    public static readonly DiagnosticDescriptor InvalidOption = new(
        DiagnosticIds.InvalidOption, "An option has a value that cannot be used", "{0}", Configuration, DiagnosticSeverity.Warning, true);

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = new[]
    {
        InvalidSyntax, NotOpenApi, WrongKind, DuplicateKey, UnresolvedReference, OpenApiProblem, BudgetExceeded, ExternalReference,
        SeveralDocuments, NameCollision, ResponseConflict, SeveralTaskQueries, NoTaskQuery, Unsupported, InvalidPattern,
        InvalidExtension, InvalidOption,
    }.ToDictionary(descriptor => descriptor.Id);

    public static DiagnosticDescriptor Of(string id) => ById[id];
}
