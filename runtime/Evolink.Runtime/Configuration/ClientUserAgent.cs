using System.Reflection;

namespace Evolink.Runtime.Configuration;

/// <summary>The <c>User-Agent</c>: the runtime and its version, then what the application adds.</summary>
internal static class ClientUserAgent
{
    private static readonly string s_version =
        typeof(ClientUserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    public static string Create(ApiDescriptor descriptor, string? suffix)
    {
        string client = string.Concat(descriptor.ClientName.Where(char.IsAsciiLetterOrDigit));
        string text = $"Evolink.Runtime/{s_version} ({client}; .NET {Environment.Version.Major}.{Environment.Version.Minor})";
        return string.IsNullOrWhiteSpace(suffix) ? text : $"{text} {suffix.Trim()}";
    }
}
