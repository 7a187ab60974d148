namespace Evolink;

/// <summary>What a request is about.</summary>
public enum RequestKind
{
    /// <summary>Anything else: uploads, lists, credits, and what no route answers.</summary>
    Other,

    /// <summary>The creation of a task, which is charged.</summary>
    Create,

    /// <summary>A question about one task or several.</summary>
    Query,

    /// <summary>The download of a result.</summary>
    Download,
}
