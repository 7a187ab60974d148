using System.Reflection;

namespace Evolink.Runtime.Configuration;

/// <summary>The <c>User-Agent</c>: the runtime and its version, then what the application adds.</summary>
internal static class ClientUserAgent
{
    private static readonly string Version =
        typeof(ClientUserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    public static string Create(ApiDescriptor descriptor, string? suffix)
    {
        string client = string.Concat(descriptor.ClientName.Where(char.IsAsciiLetterOrDigit));
        string text = $"Evolink.Runtime/{Version} ({client}; .NET {Environment.Version.Major}.{Environment.Version.Minor})";
        return string.IsNullOrWhiteSpace(suffix) ? text : $"{text} {suffix.Trim()}";
    }
}
