using System.Net;
using Evolink.Runtime.Text;

namespace Evolink.Runtime.Configuration;

/// <summary>The rules for options, in one place: a client checks them when it is made, a host when it starts.</summary>
internal static class OptionsValidator
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(24);

    /// <summary>Every problem, each as a sentence that begins with the option's name.</summary>
    /// <param name="options">The options.</param>
    /// <param name="descriptor">The API of the client that has them; null for rules that hold of any.</param>
    public static List<string> FindProblems(EvolinkOptions options, ApiDescriptor? descriptor = null)
    {
        List<string> problems = [];
        if (options.ApiKey is { } key) CheckKey(problems, key);
        if (options.BaseAddress is { } address) CheckAddress(problems, address, options.AllowInsecureHttp);
        Duration(problems, nameof(options.AttemptTimeout), options.AttemptTimeout);
        Duration(problems, nameof(options.SubmitTimeout), options.SubmitTimeout);
        Rule(problems, options.MaxRetries is >= 0 and <= 20, nameof(options.MaxRetries), "must be from 0 to 20", options.MaxRetries);
        Rule(problems, Enum.IsDefined(options.SubmitRetry), nameof(options.SubmitRetry), "must be a value of SubmitRetry", options.SubmitRetry);
        Rule(problems, IsHeaderText(options.UserAgentSuffix), nameof(options.UserAgentSuffix), "must be printable ASCII", options.UserAgentSuffix);
        Rule(problems, options.TimeProvider is not null, nameof(options.TimeProvider), "must not be null", null);
        Rule(problems, options.Polling is not null, nameof(options.Polling), "must not be null", null);
        if (options.Polling is { } polling) CheckPolling(problems, polling);
        if (descriptor is not null) Rule(problems, !options.UploadLocalFiles || descriptor.FileUpload is not null, nameof(options.UploadLocalFiles), $"must be false, since no operation of {descriptor.ClientName} uploads files (x-evolink-upload)", true);
        if (options.SecurityScheme is { } scheme && descriptor is not null) CheckScheme(problems, scheme, descriptor);
        return problems;
    }

    /// <summary>Throws an <see cref="ArgumentException"/> that holds every problem.</summary>
    public static void ThrowIfInvalid(EvolinkOptions options, ApiDescriptor? descriptor = null)
    {
        List<string> problems = FindProblems(options, descriptor);
        if (problems.Count > 0) throw new ArgumentException("EvolinkOptions: " + string.Join(" ", problems), nameof(options));
    }

    /// <summary>Whether an address may carry the key: https, or http to this machine itself.</summary>
    public static bool IsSafe(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLoopback(address)));

    /// <summary>Whether a request with the key may go to an address: as <see cref="IsSafe"/>, or http anywhere where the caller asked for that.</summary>
    public static bool MaySendTo(Uri address, bool allowInsecureHttp) =>
        IsSafe(address) || (allowInsecureHttp && address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttp && address.Host.Length > 0);

    /// <summary>Whether the host is this machine by a name or an address that no name server can redirect.</summary>
    public static bool IsLoopback(Uri address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.DnsSafeHost, out IPAddress? ip) && IPAddress.IsLoopback(ip));

    private static void CheckScheme(List<string> problems, string scheme, ApiDescriptor descriptor)
    {
        string known = descriptor.SecuritySchemes.Count == 0 ? "unset, since the specifications leave no choice" : "one of " + string.Join(", ", descriptor.SecuritySchemes);
        Rule(problems, descriptor.SecuritySchemes.Contains(scheme), nameof(EvolinkOptions.SecurityScheme), "must be " + known, $"'{scheme}'");
    }

    private static void CheckKey(List<string> problems, string key)
    {
        // The value stays out of the message: a mistyped key is still a key.
        Rule(problems, key.Length > 0, nameof(EvolinkOptions.ApiKey), "must not be empty", "an empty text");
        Rule(problems, key.All(c => c is > ' ' and < '\x7f'), nameof(EvolinkOptions.ApiKey), "must be printable ASCII without spaces", "another character");
    }

    private static void CheckAddress(List<string> problems, Uri address, bool allowInsecureHttp)
    {
        // The values stay out of the messages: gateways have keys in user names and queries.
        Rule(
            problems,
            MaySendTo(address, allowInsecureHttp),
            nameof(EvolinkOptions.BaseAddress),
            "must be an absolute https address (http for this machine; elsewhere only with EvolinkOptions.AllowInsecureHttp, in a network that you trust)",
            AddressText.Format(address));
        if (!address.IsAbsoluteUri) return;
        Rule(problems, address.UserInfo.Length == 0, nameof(EvolinkOptions.BaseAddress), "must not hold a user name or password", "one with them");
        Rule(problems, address is { Query: "", Fragment: "" }, nameof(EvolinkOptions.BaseAddress), "must not hold a query or fragment", "one with it");
    }

    private static void CheckPolling(List<string> problems, PollingOptions polling)
    {
        Duration(problems, "Polling.MinimumInterval", polling.MinimumInterval);
        Duration(problems, "Polling.MaximumInterval", polling.MaximumInterval);
        Rule(problems, polling.MinimumInterval <= polling.MaximumInterval, "Polling.MaximumInterval", "must not be under Polling.MinimumInterval", polling.MaximumInterval);
        if (polling.Timeout is { } timeout) Duration(problems, "Polling.Timeout", timeout);
        Rule(problems, polling.RequestsPerSecond is > 0 and <= 100_000, "Polling.RequestsPerSecond", "must be over 0 and at most 100000", polling.RequestsPerSecond);
    }

    /// <summary>Whether a time limit is one that a timer can keep.</summary>
    public static bool IsDuration(TimeSpan value) => value > TimeSpan.Zero && value <= s_longest;

    private static void Duration(List<string> problems, string option, TimeSpan value) =>
        Rule(problems, IsDuration(value), option, "must be over 0 and at most 24 days", value);

    private static bool IsHeaderText(string? text) => text is null || text.All(c => c is >= ' ' and < '\x7f');

    private static void Rule(List<string> problems, bool holds, string option, string rule, object? found)
    {
        if (!holds) problems.Add(FormattableString.Invariant($"{option} {rule}, and is {found ?? "null"}."));
    }
}
