using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Evolink.Runtime.Configuration;

/// <summary>Reads options from configuration, without reflection. Names are the properties'; an absent one keeps its default.</summary>
internal static class OptionsConfiguration
{
    /// <exception cref="InvalidOperationException">A value cannot be read; the message names it and its kind.</exception>
    public static void Apply(IConfiguration configuration, EvolinkOptions options)
    {
        IConfigurationSection polling = configuration.GetSection(nameof(options.Polling));
        options.ApiKey = Text(configuration, nameof(options.ApiKey)) ?? options.ApiKey;
        options.SecurityScheme = Text(configuration, nameof(options.SecurityScheme)) ?? options.SecurityScheme;
        options.BaseAddress = Address(configuration, nameof(options.BaseAddress)) ?? options.BaseAddress;
        options.AllowInsecureHttp = Flag(configuration, nameof(options.AllowInsecureHttp)) ?? options.AllowInsecureHttp;
        options.AttemptTimeout = Duration(configuration, nameof(options.AttemptTimeout)) ?? options.AttemptTimeout;
        options.SubmitTimeout = Duration(configuration, nameof(options.SubmitTimeout)) ?? options.SubmitTimeout;
        options.MaxRetries = Parsed<int>(configuration, nameof(options.MaxRetries)) ?? options.MaxRetries;
        options.SubmitRetry = Retry(configuration, nameof(options.SubmitRetry)) ?? options.SubmitRetry;
        options.ValidateRequests = Flag(configuration, nameof(options.ValidateRequests)) ?? options.ValidateRequests;
        options.UploadLocalFiles = Flag(configuration, nameof(options.UploadLocalFiles)) ?? options.UploadLocalFiles;
        options.UserAgentSuffix = Text(configuration, nameof(options.UserAgentSuffix)) ?? options.UserAgentSuffix;
        options.Polling.MinimumInterval = Duration(polling, nameof(PollingOptions.MinimumInterval)) ?? options.Polling.MinimumInterval;
        options.Polling.MaximumInterval = Duration(polling, nameof(PollingOptions.MaximumInterval)) ?? options.Polling.MaximumInterval;
        options.Polling.Timeout = Duration(polling, nameof(PollingOptions.Timeout)) ?? options.Polling.Timeout;
        options.Polling.RequestsPerSecond = Parsed<double>(polling, nameof(PollingOptions.RequestsPerSecond)) ?? options.Polling.RequestsPerSecond;
        options.Polling.UseBatch = Flag(polling, nameof(PollingOptions.UseBatch)) ?? options.Polling.UseBatch;
    }

    private static string? Text(IConfiguration section, string name) => section[name] is { Length: > 0 } text ? text : null;

    // Not quoted where it cannot be read: it may hold a password.
    private static Uri? Address(IConfiguration section, string name) =>
        Text(section, name) is not { } text ? null : Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? address) ? address : throw Unreadable(section, name, "an address", "…");

    private static TimeSpan? Duration(IConfiguration section, string name) => Text(section, name) switch
    {
        null => null,
        // A bare number would be days to TimeSpan, and seconds to everyone else.
        { } text when text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value) => value,
        { } text => throw Unreadable(section, name, "a duration such as 00:00:30", text),
    };

    private static T? Parsed<T>(IConfiguration section, string name)
        where T : struct, IParsable<T> =>
        Text(section, name) is not { } text ? null : T.TryParse(text, CultureInfo.InvariantCulture, out T value) ? value : throw Unreadable(section, name, "a number", text);

    private static bool? Flag(IConfiguration section, string name) =>
        Text(section, name) is not { } text ? null : bool.TryParse(text, out bool value) ? value : throw Unreadable(section, name, "true or false", text);

    private static SubmitRetry? Retry(IConfiguration section, string name) =>
        Text(section, name) is not { } text ? null
        : Enum.TryParse(text, ignoreCase: true, out SubmitRetry value) ? value
        : throw Unreadable(section, name, string.Join(", ", Enum.GetNames<SubmitRetry>()), text);

    private static InvalidOperationException Unreadable(IConfiguration section, string name, string expected, string found) =>
        new($"The configuration value {(section as IConfigurationSection)?.Path}:{name} must be {expected}, and is '{found}'.");
}
