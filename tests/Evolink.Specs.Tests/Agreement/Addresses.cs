using System.Globalization;

namespace Evolink.Tests.Agreement;

/// <summary>URLs as people and attackers spell them.</summary>
internal static class Addresses
{
    private static readonly string[] s_urls =
    [
        "https://example.com/a.jpg", "https://cdn.example.org/v/1?x=1&y=%20#t=3", "http://example.com/a.mp4", "HTTPS://EXAMPLE.COM", "https://example.com:8443/a",
        "https://user:secret@example.com/a.jpg", "ftp://example.com/a", "data:image/png;base64,AAAA", "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
        "file:///etc/passwd", "/etc/passwd", "//example.com/a.jpg", "a.jpg", "", " ", "https:", "https://", "http:///a", "://example.com", "1https://example.com/",
        "https://example.com/a b.jpg", " https://example.com/", "https://example.com/\n", "https://example.com/a\\b", @"c:\a.jpg", "https://exa mple.com/",
        "https://example.com/{a}", "https://example.com/<a>", "https://example.com/?a=b|c", "https://example.com/#a#b", "https://example.com/^", "https://example.com/\"",
        "https://example.com/%41", "https://example.com/%zz", "https://example.com/%4", "https://ex%61mple.com/", "https://example.com:port/", "https://example.com:99999/",
        "https://bücher.example/ä.jpg", "https://example.com/猫.png", "https://example.com/😀", "https://例え.テスト/", "https://example.com/\u200b", "https://example.com/\u00a0",
        "https://[2606:4700:4700::1111]/a", "https://[::g]/", "https://[v1.a]/", "https://[::1", "https://a_b.example.com/", "https://-a.example.com/",
    ];

    private static readonly string[] s_hosts =
    [
        "example.com", "example.com.", "example..com", ".example.com", "8.8.8.8", "8.8.8.8.", "1.1.1.1:443", "localhost", "LOCALHOST.", "a.localhost", "printer.local",
        "metadata.google.internal", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1", "017700000001", "0177.0.0.1", "010.0.0.1", "10.1.2.3", "172.16.0.1", "172.32.0.1",
        "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.128.0.1", "192.0.2.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "255.255.255.255", "0.0.0.0", "0", "256.1.1.1", "1.2.3.4.5",
        "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:8.8.8.8]", "[::127.0.0.1]", "[fe80::1]", "[fe80::1%25eth0]", "[fc00::1]", "[fd12:3456::1]", "[ff02::1]", "[2001:db8::1]", "[2002:7f00:1::]",
        "[64:ff9b::7f00:1]", "[2001:0:1::1]", "[2606:4700:4700::1111]", "[2606:4700::5efe:10.0.0.1]", "[2606:4700::5efe:8.8.8.8]", "[2a00:1450:4001:80b::200e]", "１２７.０.０.１", "127。0。0。1", "①②⑦.0.0.1", "bücher.example", "ｌocalhost",
        "%31%32%37.0.0.1", "user@example.com", "a:b@example.com", "@example.com", "example.com%00.local", "example.com\\@127.0.0.1", "127.0.0.1.nip.io", "localhost.example.com", "local", "internal.",
        "hook.localdomain", "router.home.arpa", "a_b.example.com", "example.123", "example.0x1", "xn--nxasmq6b.example", "", "-",
    ];

    /// <summary>A URL for a <c>format: uri</c>.</summary>
    public static string Url(Random random) => random.Next(3) == 0 ? s_urls[0] : Pick(s_urls, random);

    /// <summary>A URL for a callback.</summary>
    public static string Callback(Random random) => random.Next(8) switch
    {
        0 => Url(random),
        1 => "https://example.com/" + new string('a', 2048 - "https://example.com/".Length + random.Next(-1, 2)),
        2 => "http://" + Pick(s_hosts, random) + "/",
        3 or 4 => $"https://{Spelled((uint)random.NextInt64(1L << 32), random)}/",
        _ => $"https://{Pick(s_hosts, random)}{Pick(["", "/", "/hook?a=1", ":8443/"], random)}",
    };

    // An IPv4 address in the spellings that resolvers take.
    private static string Spelled(uint address, Random random)
    {
        uint[] parts = [address >> 24, (address >> 16) & 0xff, (address >> 8) & 0xff, address & 0xff];
        return random.Next(5) switch
        {
            0 => address.ToString(CultureInfo.InvariantCulture),
            1 => "0x" + address.ToString("x", CultureInfo.InvariantCulture),
            2 => $"{parts[0]}.{address & 0xffffff}",
            3 => string.Join('.', parts.Select(part => "0" + Convert.ToString(part, 8))),
            _ => string.Join('.', parts),
        };
    }

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
