using Evolink.Tool.Cli;

namespace Evolink.Tool.Connections;

/// <summary>Where requests go, and by which key.</summary>
internal static class Account
{
    private const string NoKey = """
        There is no API key. Make one at https://evolink.ai/dashboard/keys, then run `evolink login`, or set EVOLINK_API_KEY.
        To try things without one, add --simulate: a simulator on this machine answers, and nothing is paid for.
        """;

    /// <summary>Whether there is a key.</summary>
    public static bool HasKey(ToolEnvironment environment) => FindKey(environment) is not null;

    /// <exception cref="ToolException">There is no key, or one that cannot be.</exception>
    public static EvolinkOptions Read(ToolEnvironment environment)
    {
        EvolinkOptions options = new()
        {
            ApiKey = FindKey(environment) ?? throw ToolException.Usage(NoKey),
            BaseAddress = BaseAddress(environment),
            UserAgentSuffix = ToolVersion.UserAgent,
        };
        ThrowIfInvalid(options);
        return options;
    }

    /// <summary>What stands for the service's address; null where nothing does.</summary>
    /// <exception cref="ToolException">It is no address.</exception>
    public static Uri? BaseAddress(ToolEnvironment environment)
    {
        if (environment.Value(EvolinkOptions.BaseAddressVariable) is not { } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address : throw ToolException.Usage($"{EvolinkOptions.BaseAddressVariable} must be an absolute address such as http://127.0.0.1:5080, not '{text}'.");
    }

    /// <summary>Checks a key's form without sending it anywhere; no message quotes it.</summary>
    /// <exception cref="ToolException">It is no key.</exception>
    public static void ThrowIfInvalid(EvolinkOptions options)
    {
        try
        {
            new EvolinkClient(options).Dispose();
        }
        catch (ArgumentException invalid)
        {
            string message = invalid.Message.Replace("EvolinkOptions: ApiKey", "The API key", StringComparison.Ordinal);
            throw ToolException.Usage(message.Split(" (Parameter", 2)[0]);
        }
    }

    private static string? FindKey(ToolEnvironment environment) => environment.Value(EvolinkOptions.ApiKeyVariable) ?? new ApiKeyFile(environment.ConfigFolder).Read();
}
