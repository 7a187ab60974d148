namespace Evolink.Codegen.Modeling.Rules;

/// <summary>The formats that the runtime checks in strings. Others, as JSON Schema allows, only inform.</summary>
internal static class StringFormats
{
    /// <summary>The member of the runtime's StringFormat, or null where the format is not checked.</summary>
    public static string? MemberFor(string? format) => format switch
    {
        "time" => "Time",
        "duration" => "Duration",
        "email" => "Email",
        "hostname" => "Hostname",
        "ipv4" => "IPv4",
        "ipv6" => "IPv6",
        _ => null,
    };
}
