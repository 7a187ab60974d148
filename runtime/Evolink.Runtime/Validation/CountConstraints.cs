namespace Evolink.Runtime.Validation;

/// <summary>What the counts of items and of members have in common.</summary>
internal static class CountConstraints
{
    internal static void AtLeast(this ref SchemaValidationContext context, int? count, int minimum, string one, string member, string jsonName)
    {
        if (count is int found && found < minimum && context.Fails())
        {
            context.Describe(member, jsonName, $"must have at least {SchemaValidationContext.Counted(minimum, one)}, not {found}");
        }
    }

    internal static void AtMost(this ref SchemaValidationContext context, int? count, int maximum, string one, string member, string jsonName)
    {
        if (count is int found && found > maximum && context.Fails())
        {
            context.Describe(member, jsonName, $"must have at most {SchemaValidationContext.Counted(maximum, one)}, not {found}");
        }
    }
}
