namespace Evolink.Codegen.Constraints;

/// <summary>The formats that the runtime checks in strings. Others, as JSON Schema allows, only inform.</summary>
internal static class StringFormats
{
    /// <summary>Whether the format is that of links, for which the runtime has a rule of its own.</summary>
    public static bool IsLink(string? format) => format is "uri" or "url";

    /// <summary>The member of the runtime's StringFormat, or null where the format is not checked.</summary>
    public static string? MemberFor(string? format) => format switch
    {
        "date" => "Date",
        "time" => "Time",
        "date-time" => "DateTime",
        "duration" => "Duration",
        "email" => "Email",
        "hostname" => "Hostname",
        "ipv4" => "IPv4",
        "ipv6" => "IPv6",
        "uri-reference" => "UriReference",
        "uuid" => "Uuid",
        "byte" => "Byte",
        _ => null,
    };
}
