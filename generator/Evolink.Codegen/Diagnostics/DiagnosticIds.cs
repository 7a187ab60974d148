namespace Evolink.Codegen.Diagnostics;

/// <summary>The ids of all diagnostics: <c>EVO1xxx</c> for what is in a spec, <c>EVO2xxx</c> for options.</summary>
internal static partial class DiagnosticIds
{
    /// <summary>The file is no YAML or JSON.</summary>
    public const string InvalidSyntax = "EVO1001";

    /// <summary>The file is no OpenAPI 3.0, 3.1 or 3.2 document.</summary>
    public const string NotOpenApi = "EVO1002";

    /// <summary>A keyword has a value of the wrong kind and is ignored.</summary>
    public const string WrongKind = "EVO1003";

    /// <summary>A key stands twice in one object; the second is ignored.</summary>
    public const string DuplicateKey = "EVO1004";

    /// <summary>A reference leads nowhere.</summary>
    public const string UnresolvedReference = "EVO1005";

    /// <summary>Microsoft.OpenApi objects to the document's structure.</summary>
    public const string OpenApiProblem = "EVO1006";

    /// <summary>The document is too deep or too large to be read safely.</summary>
    public const string BudgetExceeded = "EVO1007";

    /// <summary>A reference leads out of the document; such references are never followed.</summary>
    public const string ExternalReference = "EVO1008";

    /// <summary>The file holds more than one YAML document; the first is read.</summary>
    public const string SeveralDocuments = "EVO1009";
}
