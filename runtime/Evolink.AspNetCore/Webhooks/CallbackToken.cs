using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Evolink.Webhooks;

/// <summary>
/// The capability in a callback address: whoever has it may say that a task has ended, and nothing else. A version, the time it runs out,
/// a random number or one that a key gives, the caller's correlation id, and an HMAC-SHA-256 over all of them.
/// </summary>
internal static class CallbackToken
{
    /// <summary>The longest correlation id, in UTF-8 bytes: an address may have 2048 characters, which the path in front takes part of.</summary>
    public const int LongestCorrelationId = 256;

    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int HeadBytes = 1 + sizeof(long) + NonceBytes;
    private const int LongestText = (HeadBytes + LongestCorrelationId + HMACSHA256.HashSizeInBytes) * 4 / 3 + 4;

    /// <summary>Makes a token.</summary>
    /// <param name="secret">Signs it.</param>
    /// <param name="expires">When it runs out, to the second.</param>
    /// <param name="correlationId">Is read back from it.</param>
    /// <param name="key">Where it is given, the token is the same each time that the others are; else each is another.</param>
    /// <exception cref="ArgumentException">The correlation id is too long.</exception>
    public static string Create(string secret, DateTimeOffset expires, string correlationId, string? key = null)
    {
        int idBytes = Encoding.UTF8.GetByteCount(correlationId);
        if (idBytes > LongestCorrelationId) throw new ArgumentException($"The correlation id has {idBytes} bytes, and may have {LongestCorrelationId}.", nameof(correlationId));
        byte[] token = new byte[HeadBytes + idBytes + HMACSHA256.HashSizeInBytes];
        token[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(token.AsSpan(1), expires.ToUnixTimeSeconds());
        Span<byte> nonce = token.AsSpan(1 + sizeof(long), NonceBytes);
        if (key is null) RandomNumberGenerator.Fill(nonce);
        else DeriveFrom(secret, key).AsSpan(..NonceBytes).CopyTo(nonce);
        Encoding.UTF8.GetBytes(correlationId, token.AsSpan(HeadBytes));
        Sign(secret, token.AsSpan(..^HMACSHA256.HashSizeInBytes), token.AsSpan(^HMACSHA256.HashSizeInBytes..));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>A number that a key gives under a secret, and of which nobody who has not both can tell anything.</summary>
    public static byte[] DeriveFrom(string secret, string key)
    {
        // No version begins with this byte: the signature of a token is never such a number.
        byte[] text = [0, .. Encoding.UTF8.GetBytes(key)];
        return HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), text);
    }

    /// <summary>The correlation id of a token that one of the secrets signed and that has not run out; null for every other text.</summary>
    public static string? Read(IEnumerable<string> secrets, string? text, DateTimeOffset now)
    {
        if (text is null || text.Length > LongestText || !Base64Url.IsValid(text)) return null;
        byte[] token = Base64Url.DecodeFromChars(text);
        if (token.Length < HeadBytes + HMACSHA256.HashSizeInBytes || token[0] != Version) return null;

        // Every secret is tried, whichever fits: how long it takes says nothing.
        ReadOnlySpan<byte> signed = token.AsSpan(..^HMACSHA256.HashSizeInBytes);
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        bool isOurs = false;
        foreach (string secret in secrets)
        {
            Sign(secret, signed, expected);
            isOurs |= CryptographicOperations.FixedTimeEquals(expected, token.AsSpan(^HMACSHA256.HashSizeInBytes..));
        }

        return isOurs && BinaryPrimitives.ReadInt64BigEndian(signed[1..]) > now.ToUnixTimeSeconds() ? Encoding.UTF8.GetString(signed[HeadBytes..]) : null;
    }

    private static void Sign(string secret, ReadOnlySpan<byte> text, Span<byte> signature) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), text, signature);
}
