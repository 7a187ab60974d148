using System.Security.Cryptography;

namespace Evolink.Runtime.Http;

/// <summary>Keys that nobody has had before: UUIDs of version 4, from the system's randomness, which is fetched for many at once.</summary>
internal static class RandomKey
{
    private const int KeyBytes = 16;
    private const int KeysAtOnce = 64;

    [ThreadStatic]
    private static byte[]? s_random;

    [ThreadStatic]
    private static int s_left;

    /// <summary>A new key, as UUIDs are written.</summary>
    public static string Create()
    {
        byte[] random = s_random ??= new byte[KeyBytes * KeysAtOnce];
        if (s_left == 0)
        {
            RandomNumberGenerator.Fill(random);
            s_left = KeysAtOnce;
        }

        Span<byte> bytes = random.AsSpan(--s_left * KeyBytes, KeyBytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        string key = new Guid(bytes, bigEndian: true).ToString("D");

        // What is used up is no longer there to be found.
        bytes.Clear();
        return key;
    }
}
