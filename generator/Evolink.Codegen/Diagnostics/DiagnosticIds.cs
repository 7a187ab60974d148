namespace Evolink.Codegen.Diagnostics;

/// <summary>The ids of all diagnostics: <c>EVO1xxx</c> for what is in a spec, <c>EVO2xxx</c> for options.</summary>
internal static class DiagnosticIds
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

    /// <summary>A reference leads to what is no specification of the project; nothing else is ever read.</summary>
    public const string ExternalReference = "EVO1008";

    /// <summary>The file holds more than one YAML document; the first is read.</summary>
    public const string SeveralDocuments = "EVO1009";

    /// <summary>Two things want one C# name; the later one gets a number.</summary>
    public const string NameCollision = "EVO1010";

    /// <summary>Two specifications describe one response in ways that do not unite.</summary>
    public const string ResponseConflict = "EVO1011";

    /// <summary>Tasks are created, and several operations are asked for some, but none plainly for these.</summary>
    public const string SeveralTaskQueries = "EVO1012";

    /// <summary>Tasks are created, but no operation asks for one.</summary>
    public const string NoTaskQuery = "EVO1013";

    /// <summary>Something valid that the generator does not support; it is left out.</summary>
    public const string Unsupported = "EVO1014";

    /// <summary>A pattern is no regular expression.</summary>
    public const string InvalidPattern = "EVO1015";

    /// <summary>An <c>x-evolink-…</c> extension is not of the documented form.</summary>
    public const string InvalidExtension = "EVO1016";

    /// <summary>A key is a token that the client does not get by itself.</summary>
    public const string TokenElsewhere = "EVO1017";

    /// <summary>A status has words that nobody knows.</summary>
    public const string UnknownStatus = "EVO1020";

    /// <summary>All servers of a document are plain http.</summary>
    public const string InsecureServers = "EVO1060";

    /// <summary>A name in a schema is no keyword, and close to one.</summary>
    public const string MisspeltKeyword = "EVO1070";

    /// <summary>A schema requires a member that it does not describe.</summary>
    public const string UndescribedRequired = "EVO1071";

    /// <summary>A default is a value that its own schema refuses.</summary>
    public const string RefusedDefault = "EVO1072";

    /// <summary>A document is read, and nothing comes of it.</summary>
    public const string NothingGenerated = "EVO1073";

    /// <summary>An operation is no request of the client that a reference brings.</summary>
    public const string NotOfReferencedClient = "EVO1080";

    /// <summary>An option has a value that C# cannot use.</summary>
    public const string InvalidOption = "EVO2001";

    /// <summary>A client is called like one of a referenced assembly.</summary>
    public const string SameClientName = "EVO2008";

    /// <summary>A client of another vendor's documents has the default name, and so EvoLink's key.</summary>
    public const string KeyOfAnotherVendor = "EVO2009";
}
