namespace Evolink;

/// <summary>One way in which an instance breaks its schema.</summary>
/// <param name="Path">
/// The member that is wrong, from the instance's root: <c>model_params.element_list[0].element_id</c>; empty for the root itself.
/// A missing member is named by the path it should have had.
/// </param>
/// <param name="Keyword">The schema keyword that was broken.</param>
/// <param name="Message">What is allowed and what was found, to be read after the path.</param>
public sealed record SchemaFailure(string Path, string Keyword, string Message)
{
    /// <summary>Path and message as one sentence.</summary>
    public override string ToString() => Path.Length == 0 ? $"The body {Message}" : $"{Path} {Message}";
}
