namespace Evolink.Codegen.Emitting;

/// <summary>Names of members that stand behind others.</summary>
internal static class Members
{
    /// <summary>The nullable field behind a required property whose type cannot tell unset from zero.</summary>
    public static string Field(string property) => "_" + char.ToLowerInvariant(property[0]) + property.Substring(1);
}
