namespace Evolink.Runtime.Text;

/// <summary>Addresses as they may stand in a text: without user name, password, query and fragment, which hold keys here and there.</summary>
internal static class AddressText
{
    /// <summary>Scheme, host, port and path; of anything but http and https only that it is something else.</summary>
    public static string Format(Uri address) => Format(address, UriComponents.SchemeAndServer | UriComponents.Path);

    /// <summary>Scheme, host and port.</summary>
    public static string FormatOrigin(Uri address) => Format(address, UriComponents.SchemeAndServer);

    private static string Format(Uri address, UriComponents parts) => address switch
    {
        { IsAbsoluteUri: false } => "a relative address",
        { Scheme: "http" or "https" } => address.GetComponents(parts, UriFormat.UriEscaped),

        // "user:word@host" is an address, too, of the scheme "user".
        _ => "an address of another scheme",
    };
}
