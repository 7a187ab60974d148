namespace Evolink.Runtime.Configuration;

/// <summary>The rules for what a single call may set.</summary>
internal static class RequestOptionsValidator
{
    private const int MaxKeyCharacters = 255;

    // Set by the client, or the connection's own business.
    private static readonly HashSet<string> s_owned = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Allow", "Authorization", "Connection", "Cookie", "Expect", "Expires", "Host", "Idempotency-Key", "Keep-Alive",
        "Last-Modified", "Proxy-Authorization", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent",
    };

    /// <summary>Checks the options, for one operation or for what holds of all.</summary>
    /// <exception cref="ArgumentException">An option is out of its range; the message names it.</exception>
    public static void ThrowIfInvalid(RequestOptions options, ApiOperation? operation = null)
    {
        if (options.Headers is null) throw Invalid(nameof(options.Headers), "must not be null");
        foreach ((string name, string value) in options.Headers) CheckHeader(name, value, operation);
        if (options.IdempotencyKey is { } key && (key.Length is 0 or > MaxKeyCharacters || !key.All(c => c is > ' ' and < '\x7f')))
        {
            throw Invalid(nameof(options.IdempotencyKey), $"must be 1 to {MaxKeyCharacters} characters of printable ASCII without spaces");
        }

        CheckDuration(nameof(options.AttemptTimeout), options.AttemptTimeout);
        CheckDuration(nameof(options.Timeout), options.Timeout);
        if (options.MaxRetryAfter is { } longest && (longest < TimeSpan.Zero || longest > RequestOptions.LongestRetryAfter))
        {
            throw Invalid(nameof(options.MaxRetryAfter), FormattableString.Invariant($"must be from 0 to {RequestOptions.LongestRetryAfter.TotalSeconds} seconds, and is {longest}"));
        }
    }

    // The value stays out of the message: a header may be a secret.
    private static void CheckHeader(string name, string? value, ApiOperation? operation)
    {
        string option = $"{nameof(RequestOptions.Headers)}[\"{name}\"]";
        if (name.Length == 0 || !name.All(IsTokenCharacter)) throw Invalid(option, "is no header name");
        bool isOwned = s_owned.Contains(name)
            || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
            || (operation?.KeyLocation == ApiKeyLocation.Header && name.Equals(operation.KeyName, StringComparison.OrdinalIgnoreCase))
            || (operation?.KeySchemes.Any(scheme => scheme.Location == ApiKeyLocation.Header && name.Equals(scheme.KeyName, StringComparison.OrdinalIgnoreCase)) ?? false);
        if (isOwned) throw Invalid(option, "is set by the client" + Instead(name));
        if (value is null || !value.All(c => c is >= ' ' and < '\x7f')) throw Invalid(option, "must be printable ASCII");
    }

    private static string Instead(string name) => name.ToUpperInvariant() switch
    {
        "IDEMPOTENCY-KEY" => "; see RequestOptions.IdempotencyKey",
        "USER-AGENT" => "; see EvolinkOptions.UserAgentSuffix",
        "AUTHORIZATION" => "; see EvolinkOptions.ApiKey",
        _ => "",
    };

    private static void CheckDuration(string option, TimeSpan? value)
    {
        if (value is { } duration && !OptionsValidator.IsDuration(duration)) throw Invalid(option, FormattableString.Invariant($"must be over 0 and at most 24 days, and is {duration}"));
    }

    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal);

    private static ArgumentException Invalid(string option, string rule) => new($"RequestOptions.{option} {rule}.");
}
