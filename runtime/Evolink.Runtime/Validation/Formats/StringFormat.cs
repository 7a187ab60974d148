using System.ComponentModel;

namespace Evolink;

/// <summary>The formats of strings that are checked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum StringFormat
{
    /// <summary>RFC 3339 <c>full-date</c>: 2026-01-31.</summary>
    Date,

    /// <summary>RFC 3339 <c>full-time</c>: 12:30:00Z.</summary>
    Time,

    /// <summary>RFC 3339 <c>date-time</c>: 2026-01-31T12:30:00Z.</summary>
    DateTime,

    /// <summary>RFC 3339 <c>duration</c>: P1DT12H.</summary>
    Duration,

    /// <summary>A mail address, without display name or comments.</summary>
    Email,

    /// <summary>RFC 1123 host name.</summary>
    Hostname,

    /// <summary>Dotted decimal IPv4 address.</summary>
    IPv4,

    /// <summary>IPv6 address without a zone.</summary>
    IPv6,

    /// <summary>RFC 3986 URI with a scheme.</summary>
    Uri,

    /// <summary>RFC 3986 URI or relative reference.</summary>
    UriReference,

    /// <summary>RFC 4122 UUID: 8, 4, 4, 4 and 12 hexadecimal digits.</summary>
    Uuid,

    /// <summary>Base64 with padding.</summary>
    Byte,
}
