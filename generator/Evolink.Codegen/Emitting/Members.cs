namespace Evolink.Codegen.Emitting;

/// <summary>Names of members that stand behind others.</summary>
internal static class Members
{
    /// <summary>The nullable field behind a required property whose type cannot tell unset from zero.</summary>
    public static string Field(string property) =>
        // Beyond ASCII two letters may have one small form: the Kelvin sign is a k then.
        "_" + (property[0] is >= 'A' and <= 'Z' ? char.ToLowerInvariant(property[0]) : property[0]) + property.Substring(1);
}
