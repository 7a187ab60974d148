namespace Evolink.Runtime.Validation.Callbacks;

/// <summary>Tells public addresses from the others, by the IANA special-purpose registries.</summary>
internal static class PublicAddress
{
    // Each row: the prefix, its length, what it is.
    private static readonly (uint Prefix, int Bits, string Problem)[] s_reserved4 =
    [
        (0x00000000, 8, "has an unspecified address"),              // 0.0.0.0/8
        (0x0A000000, 8, "has a private address"),                   // 10.0.0.0/8
        (0x64400000, 10, "has a carrier-grade private address"),    // 100.64.0.0/10
        (0x7F000000, 8, "has a loopback address"),                  // 127.0.0.0/8
        (0xA9FE0000, 16, "has a link-local address"),               // 169.254.0.0/16
        (0xAC100000, 12, "has a private address"),                  // 172.16.0.0/12
        (0xC0000000, 24, "has a reserved address"),                 // 192.0.0.0/24
        (0xC0000200, 24, "has a documentation address"),            // 192.0.2.0/24
        (0xC0586300, 24, "has a 6to4 relay's address"),             // 192.88.99.0/24
        (0xC0A80000, 16, "has a private address"),                  // 192.168.0.0/16
        (0xC6120000, 15, "has a benchmarking address"),             // 198.18.0.0/15
        (0xC6336400, 24, "has a documentation address"),            // 198.51.100.0/24
        (0xCB007100, 24, "has a documentation address"),            // 203.0.113.0/24
        (0xE0000000, 4, "has a multicast address"),                 // 224.0.0.0/4
        (0xF0000000, 4, "has a reserved address"),                  // 240.0.0.0/4
    ];

    private static readonly (UInt128 Prefix, int Bits, string Problem)[] s_reserved6 =
    [
        (Prefix(0x0064_FF9B_0000_0000), 96, "has a NAT64 address"),         // 64:ff9b::/96
        (Prefix(0x0064_FF9B_0001_0000), 48, "has a NAT64 address"),         // 64:ff9b:1::/48
        (Prefix(0x2001_0000_0000_0000), 32, "has a Teredo address"),        // 2001::/32
        (Prefix(0x2001_0000_0000_0000), 23, "has a reserved address"),      // 2001::/23
        (Prefix(0x2001_0DB8_0000_0000), 32, "has a documentation address"), // 2001:db8::/32
        (Prefix(0x2002_0000_0000_0000), 16, "has a 6to4 address"),          // 2002::/16
        (Prefix(0x3FFF_0000_0000_0000), 20, "has a documentation address"), // 3fff::/20
        (Prefix(0xFC00_0000_0000_0000), 7, "has a unique-local address"),   // fc00::/7
        (Prefix(0xFE80_0000_0000_0000), 10, "has a link-local address"),    // fe80::/10
        (Prefix(0xFEC0_0000_0000_0000), 10, "has a site-local address"),    // fec0::/10
        (Prefix(0xFF00_0000_0000_0000), 8, "has a multicast address"),      // ff00::/8
    ];

    /// <summary>What is wrong with an IPv4 address; null where it is public.</summary>
    public static string? Problem(uint address)
    {
        foreach ((uint prefix, int bits, string problem) in s_reserved4)
        {
            if ((address ^ prefix) >> (32 - bits) == 0)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>What is wrong with an IPv6 address; null where it is public.</summary>
    public static string? Problem(UInt128 address)
    {
        if (address <= 1)
        {
            return address == 0 ? "has an unspecified address" : "has a loopback address";
        }

        // ::ffff:a.b.c.d is that IPv4 address.
        if (address >> 32 == 0xFFFF)
        {
            return Problem((uint)address);
        }

        foreach ((UInt128 prefix, int bits, string problem) in s_reserved6)
        {
            if ((address ^ prefix) >> (128 - bits) == 0)
            {
                return problem;
            }
        }

        // Only 2000::/3 is routed; the old embeddings of IPv4 (::a.b.c.d, ::ffff:0:a.b.c.d) lie outside of it.
        if (address >> 125 != 1)
        {
            return "has a reserved address";
        }

        // ISATAP: any prefix, then 0:5efe or 200:5efe, then the IPv4 address.
        return ((uint)(address >> 32) | 0x0200_0000) == 0x0200_5EFE ? Problem((uint)address) : null;
    }

    private static UInt128 Prefix(ulong upper) => new(upper, 0);
}
