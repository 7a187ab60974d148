namespace Evolink.Codegen.Diagnostics;

internal static partial class DiagnosticIds
{
    /// <summary>Two things want one C# name; the later one gets a number.</summary>
    public const string NameCollision = "EVO1010";

    /// <summary>Two specifications describe one response in ways that do not unite.</summary>
    public const string ResponseConflict = "EVO1011";

    /// <summary>More than one operation asks for a task; the first path is used.</summary>
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

    /// <summary>An option has a value that C# cannot use.</summary>
    public const string InvalidOption = "EVO2001";
}
